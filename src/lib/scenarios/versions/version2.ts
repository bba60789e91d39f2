import type { Segment } from '../../machines/packets';
import { leavesOf, type World } from '../../sim/world';
import { innermost, judging, packetOf, remembering, type AddedSteps, type StepKind } from './addedSteps';

/** In which state a region of the tunnel process is. */
const stateOf = (world: World, region: string): string | undefined =>
	leavesOf(world.machines.tunnelProcess.value)
		.find((leaf) => leaf.startsWith(`${region}.`))
		?.split('.')[1];

const CLOSING: readonly (Segment | undefined)[] = ['FIN, ACK', 'ACK'];

/** TCP connections are closed. Until then the step with the peer’s answer did at once what the other side’s FIN leads to now. */
const closing = judging(({ message, told }) => {
	if (told.includes('tcp.peer')) return 'begins';
	const closes = CLOSING.includes(innermost(packetOf(message))?.segment) && !told.includes('tcp.closes');
	return closes ? 'added' : 'own';
});

/**
 * All that is unanswered is sent again, from the first silence on. Until then a SYN was, from the second on. Remembers the
 * steps that did so: what they lead to is added as well.
 */
const sendingAgain = remembering<readonly number[]>([], ({ number, after, message, told }, steps) => {
	const again = told.includes('tcp.sendsAgain') || told.includes('tcp.buildsAgain');
	const isSyn = stateOf(after, 'tcp') === 'synSent';
	const follows = packetOf(message) !== null && steps.includes(message?.cause ?? -1);
	const leadsOn = follows || (again && (!isSyn || told.includes('tcp.waits') || told.includes('tcp.waitsUnanswered')));
	return { kind: follows || (again && !isSyn) ? 'added' : 'own', memory: leadsOn ? [...steps, number] : steps };
});

/**
 * A negotiated peer gets a session of its own, and with multihop both relays shake hands. Until then there was one
 * handshake. Remembers whether the one under way is for a new peer.
 */
const handshakes = remembering(false, ({ before, after, message, told }, isForNewPeer) => {
	const packet = packetOf(message);
	const shakes = innermost(packet)?.purpose === 'handshake' || told.includes('wireguard.initiatesAgain');
	const betweenRelays = shakes && message?.from === 'relay' && message.to === 'relay';
	const withExit = packet?.inner?.purpose === 'handshake' || betweenRelays;
	const was = stateOf(before, 'wireGuard');
	const is = stateOf(after, 'wireGuard');
	const isOver = is === 'session' || is === 'off' || (is === 'noSession' && was !== is);
	const kindOf = (): StepKind => {
		if (isForNewPeer && shakes) return 'added';
		if (told.includes('wireguard.initiatesExit')) return 'begins';
		return withExit && !told.includes('wireguard.exitSession') ? 'added' : 'own';
	};
	return { kind: kindOf(), memory: told.includes('wireguard.newPeer') || (isForNewPeer && !isOver) };
});

export const addedInVersion2: readonly AddedSteps[] = [closing, sendingAgain, handshakes];
