/** One page that shows all pictures in the folder, small and side by side: width by width, light beside dark. */
import { readdirSync } from 'node:fs';

const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param {string} folder @returns {string} html */
export function contactSheet(folder) {
	/** @type {Map<string, string[]>} */
	const rows = new Map();
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		if (!name.endsWith('.png')) continue;
		const path = name.replaceAll('\\', '/');
		const [page, , shot] = path.split('/');
		const row = `${page}: ${shot?.replace('.png', '')}`;
		rows.set(row, [...(rows.get(row) ?? []), path]);
	}
	const picture = (/** @type {string} */ path) =>
		`<a href="${escape(path)}"><img src="${escape(path)}" alt="" loading="lazy"><br>${escape(path.split('/')[1] ?? '')}</a>`;
	const sections = [...rows].map(([row, paths]) => `<h2>${escape(row)}</h2><p>${paths.map(picture).join('')}</p>`);
	return [
		'<!doctype html><meta charset="utf-8"><title>Shots</title>',
		'<style>body{font:14px system-ui;margin:1rem;background:#888}a{display:inline-block;margin:4px;vertical-align:top}img{height:20rem}</style>',
		...sections
	].join('\n');
}
