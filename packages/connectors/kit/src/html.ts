const HTML = /^\s*(?:<!doctype\s+html|<html|<head|<body)/i

/** Whether a body is a web page (a login form, a firewall's notice) where data was expected. */
export function looksLikeHtml(body: string): boolean {
  return HTML.test(body.slice(0, 500))
}
