/** Records: retention, holds, closing of files, disposal and archive packages. */
package org.insats.records;
