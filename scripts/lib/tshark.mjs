/** Wireshark’s dissectors for the tests of captures: installed where that can be done, and otherwise those tests say that they are skipped. */
import { spawnSync } from 'node:child_process';
import { installFromDebian, isDebianRoot } from './debian.mjs';

const starts = () => spawnSync('tshark', ['--version'], { stdio: 'ignore' }).status === 0;

/** Always true: without tshark the tests still run, and the skipped ones give the reason in their names. */
export async function findTshark() {
	if (!starts() && isDebianRoot()) await installFromDebian(['tshark'], 'for the tests of captures');
	console.log(
		starts() ? 'tshark is here.' : 'There is no tshark here, so the tests that need Wireshark’s dissectors are skipped.'
	);
	return true;
}
