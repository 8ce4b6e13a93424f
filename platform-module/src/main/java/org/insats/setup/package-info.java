/** What an administrator sees to before and while Insats is in use: whether the installation is as it should be. */
package org.insats.setup;
