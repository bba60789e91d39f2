import { present, settle, type History } from '../sim/history';
import { followed, NETWORK, waitsIn, type Wait } from '../sim/waits';
import { isIn } from '../sim/world';
import type { PropertyId } from './properties';

const sentence = (waits: readonly Wait[], rest: string): string =>
	`From here on ${waits.map(({ text }) => text).join(', ')}${rest}.`;

/**
 * What a world comes to from which something cannot happen any more, in one sentence: played on, who waits for whom
 * when all is quiet. Null where a path ends with the harm itself, which its last step tells.
 */
export function consequenceOf(property: PropertyId, history: History): string | null {
	if (property === 'noLeak' || property === 'noSilentLoss') return null;
	const played = settle(history);
	const world = present(played);
	const waits = waitsIn(world);
	const all = waits.includes(NETWORK) ? waits : [...waits, NETWORK];
	const first =
		property === 'updateCompletes' ? (all.find(({ from }) => from === 'appStoreUpdater') ?? NETWORK) : NETWORK;
	const chain = followed(all, first);
	if (chain.at(-1)?.to === first.from) return sentence(chain, ', and so the circle closes');
	const after = played.entries.slice(history.entries.length).flatMap(({ records }) => records);
	const isUnheard = after.some(({ rule }) => rule === 'ownVoiceFlagOn');
	if (isUnheard && isIn(world, 'kernelRouter', 'tunnelUp'))
		return sentence(chain, ', and the tunnel needs an ephemeral peer, of which every segment is thrown away');
	if (isUnheard && !isIn(world, 'tunnelProcess', 'carryingTraffic'))
		return sentence(
			chain,
			', and the tunnel needs an answer to its own probes, each of which is thrown away: the system is never told that it is up'
		);
	return sentence(chain, '');
}
