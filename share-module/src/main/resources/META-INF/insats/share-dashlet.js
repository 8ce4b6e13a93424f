// The components that stand in dashlets of Share's own start page.
import { loadStyles } from './styles.js';
import './insats-cases.js';
import './insats-deadlines.js';
import './insats-list.js';
import './insats-tasks.js';

loadStyles();
