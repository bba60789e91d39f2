/** `npm start`: builds the site when it has to, and serves it on this machine. */
import { basePath, buildDir, ensureBuild } from './lib/build.mjs';
import { serveBuild } from './lib/serve.mjs';

const FIRST_PORT = 4173;
const LAST_PORT = FIRST_PORT + 20;

/** @param {number} port */
async function serveFrom(port) {
	try {
		return await serveBuild({ dir: buildDir, port, base: basePath });
	} catch (error) {
		if (error.code !== 'EADDRINUSE' || port === LAST_PORT) throw error;
		console.log(`Port ${port} is taken, so this takes the next one.`);
		return serveFrom(port + 1);
	}
}

if (await ensureBuild()) {
	const { url } = await serveFrom(FIRST_PORT);
	console.log(`Flip the Flag is at ${url}`);
} else {
	console.error('The site could not be built; the reason is above.');
	process.exitCode = 1;
}
