// The way to the repository: straight to it from the workbench, through Share's proxy from Share.
import { language } from './i18n.js';

const STORED_AS = 'insats.ticket';
const V1 = '-default-/public';

/** A refusal from the repository: `id` is the message id (for example INS-BR-05), `status` the HTTP status. */
export class ApiError extends Error {
  constructor(status, id, message, field) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.id = id;
    this.field = field;
  }
}

/** Whether this is a page of Share, and not the workbench. */
export function insideShare() {
  return Boolean(window.Alfresco?.constants?.PROXY_URI_RELATIVE);
}

function insatsBase() {
  return insideShare() ? `${window.Alfresco.constants.PROXY_URI_RELATIVE}insats/v1/` : '/alfresco/s/insats/v1/';
}

function testBase() {
  return insideShare() ? `${window.Alfresco.constants.PROXY_URI_RELATIVE}insats/test/` : '/alfresco/s/insats/test/';
}

function publicBase() {
  return insideShare()
    ? `${window.Alfresco.constants.PROXY_URI_RELATIVE.replace(/alfresco\/$/, 'alfresco-api/')}${V1}/`
    : `/alfresco/api/${V1}/`;
}

function credentials() {
  const ticket = window.sessionStorage.getItem(STORED_AS);
  return ticket && !insideShare() ? { Authorization: `Basic ${window.btoa(ticket)}` } : {};
}

// Share changes the token on each page visit, in other tabs too: it is read when a call is made, never kept.
function csrf(method) {
  const policy = window.Alfresco?.util?.CSRFPolicy;
  return insideShare() && method !== 'GET' && policy?.isFilterEnabled() ? { [policy.getHeader()]: policy.getToken() } : {};
}

async function failure(response) {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text);
    if (error) {
      const message = error.message ?? error.briefSummary ?? response.statusText;
      return new ApiError(response.status, error.id ?? `HTTP-${response.status}`, message, error.field);
    }
  } catch {
    // Not one of our own answers (a proxy's page, for instance): the status alone is told.
  }
  return new ApiError(response.status, `HTTP-${response.status}`, response.statusText || `HTTP ${response.status}`);
}

async function send(method, url, body, headers = {}) {
  const json = body !== undefined && !(body instanceof FormData);
  const response = await fetch(url, {
    method,
    // Share needs its cookies; the ticket goes by header, and without cookies no browser asks for a password of its own.
    credentials: insideShare() ? 'same-origin' : 'omit',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language(),
      ...(json ? { 'Content-Type': 'application/json' } : {}),
      ...credentials(),
      ...csrf(method),
      ...headers,
    },
    body: json ? JSON.stringify(body) : body,
  });
  if (!response.ok) {
    throw await failure(response);
  }
  return response;
}

async function sendForJson(method, url, body) {
  const response = await send(method, url, body);
  const text = await response.text();
  return text ? JSON.parse(text) : {};
}

/** Calls of `insats/v1`; paths are relative, for example `cases/2026-000123`. */
export const api = {
  get: (path) => sendForJson('GET', insatsBase() + path),
  post: (path, body = {}) => sendForJson('POST', insatsBase() + path, body),
  put: (path, body) => sendForJson('PUT', insatsBase() + path, body),
  remove: (path) => sendForJson('DELETE', insatsBase() + path),
  blob: async (path) => (await send('GET', insatsBase() + path, undefined, { Accept: '*/*' })).blob(),
};

/** Calls of the test support; only where its JAR is installed, and for administrators. */
export const testSupport = {
  get: (path) => sendForJson('GET', testBase() + path),
  post: (path, body = {}) => sendForJson('POST', testBase() + path, body),
};

/** Calls of the platform's public REST API, version 1. */
export const platform = {
  get: (path) => sendForJson('GET', publicBase() + path),
  post: (path, body = {}) => sendForJson('POST', publicBase() + path, body),
  content: async (nodeId) =>
    (await send('GET', `${publicBase()}alfresco/versions/1/nodes/${encodeURIComponent(nodeId)}/content`, undefined, { Accept: '*/*' })).blob(),
};

/** Logs in to the repository (workbench only); the ticket lives as long as the browser tab. */
export async function login(userId, password) {
  window.sessionStorage.removeItem(STORED_AS);
  const { entry } = await sendForJson('POST', `/alfresco/api/${V1}/authentication/versions/1/tickets`, { userId, password });
  window.sessionStorage.setItem(STORED_AS, entry.id);
  return whoAmI();
}

/** Forgets the ticket. */
export function logout() {
  window.sessionStorage.removeItem(STORED_AS);
}

/** Whether somebody has logged in within this tab. */
export function loggedIn() {
  return insideShare() || Boolean(window.sessionStorage.getItem(STORED_AS));
}

/** The person who is logged in: `{id, displayName, …}`. */
export async function whoAmI() {
  const { entry } = await platform.get('alfresco/versions/1/people/-me-');
  return entry;
}

/** One path segment, safe in a URL. */
export function segment(value) {
  return encodeURIComponent(String(value));
}
