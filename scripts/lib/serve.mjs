/**
 * The static server that `npm start`, the browser tests, the bench and the screenshots share. It behaves like the hosts
 * the site is made for: folders get their slash, unknown addresses get 404.html with status 404, text travels
 * compressed, and what has a hash in its name may be kept for ever. It listens on loopback only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

const TEXT = /^(text\/|image\/svg|application\/(javascript|json|manifest|wasm|xml))/;

/**
 * @param {object} options
 * @param {string} options.dir the folder to serve
 * @param {number} [options.port] 0 for any free one
 * @param {string} [options.base] serve below this path, for example "/flip-the-flag"; other addresses are unknown
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects with code EADDRINUSE when the port is taken
 */
export async function serveBuild({ dir, port = 0, base = '' }) {
	const notFoundPage = join(dir, '404.html');
	if (!existsSync(notFoundPage)) throw new Error('There is no finished build to serve: `npm run build` makes one.');

	const sendNotFound = (/** @type {import('node:http').ServerResponse} */ res) => {
		res.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-cache' });
		res.end(existsSync(notFoundPage) ? readFileSync(notFoundPage) : '');
	};
	const sendFile = sirv(dir, {
		// Look at the folder for every request: a build made under a running server is served, not tripped over.
		dev: true,
		etag: true,
		setHeaders(res, path) {
			if (path.startsWith('/_app/immutable/')) res.setHeader('Cache-Control', 'public,max-age=31536000,immutable');
		},
		onNoMatch: (_, res) => sendNotFound(res)
	});
	const compress = compressor();

	const server = createServer((req, res) => {
		const { pathname, search } = new URL(`http://localhost${req.url}`);
		if (pathname !== base && !pathname.startsWith(`${base}/`)) return sendNotFound(res);
		const local = pathname.slice(base.length);
		// Pages name their files relative to the address with the slash.
		if (!local.endsWith('/') && existsSync(join(dir, local, 'index.html'))) {
			res.writeHead(302, { Location: `${pathname}/${search}` });
			return res.end();
		}
		if (/\bgzip\b/.test(String(req.headers['accept-encoding']))) compress(res, local);
		req.url = local;
		sendFile(req, res);
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
	});
	const { port: actual } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${actual}${base}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/**
 * Makes a function that has the text sirv is about to stream sent as gzip instead, each file compressed once. sirv
 * itself compresses nothing: it wants .gz files in the folder, and those would be published with the site.
 */
function compressor() {
	/** @type {Map<string, Buffer>} */
	const cache = new Map();

	return (/** @type {import('node:http').ServerResponse} */ res, /** @type {string} */ path) => {
		/** @type {(status: number, headers: Record<string, string | number>) => typeof res} */
		const writeHead = res.writeHead.bind(res);
		/** @type {(body: Buffer) => typeof res} */
		const end = res.end.bind(res);
		/** @type {Buffer[]} */
		const chunks = [];
		const head = (/** @type {number} */ status, /** @type {Record<string, string | number>} */ headers) => {
			if (status !== 200 || !TEXT.test(String(headers['Content-Type']))) return writeHead(status, headers);
			const key = `${path} ${headers.ETag}`;
			res.write = (/** @type {Buffer} */ chunk) => Boolean(chunks.push(chunk));
			res.end = () => {
				const body = cache.get(key) ?? gzipSync(Buffer.concat(chunks));
				cache.set(key, body);
				const changed = { 'Content-Encoding': 'gzip', 'Content-Length': body.length, Vary: 'Accept-Encoding' };
				writeHead(status, { ...headers, ...changed });
				return end(body);
			};
			return res;
		};
		res.writeHead = /** @type {typeof res.writeHead} */ (head);
	};
}
