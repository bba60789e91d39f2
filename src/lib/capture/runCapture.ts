import type { History } from '../sim/history';
import type { Capture } from '../wire/capture';
import { capturedPackets, linkTypeOf } from './frames';
import { tracePackets, type Observation } from './packetTracer';
import { CAPTURE_POINTS, pointDescription, pointName } from './capturePoints';
import { Sealer } from './sealer';

const MADE =
	'Made by the model of Flip the Flag, not captured from a phone. Each packet has a comment that says what became of it, by which rule, and how that is known.';
const HAS_KEYS = 'The keys of the tunnel are in this file.';
/** Wireshark remembers one session of WireGuard for each frame, and so loses one of two that are nested as soon as it looks at a frame for the second time. Seen with 4.0. */
const IS_NESTED = `Two relays: at en0 one envelope is in another. Wireshark’s window and tshark -2 leave those closed and say that decryption failed; tshark opens both. The inner ones stand alone at “${pointName('betweenEnvelopes')}”, where both can open them.`;

/**
 * A run as a capture: what was seen at each point, a comment on every packet, the keys of the tunnel.
 * @param history the run
 * @returns a capture for `writeCapture`; the same run gives the same bytes
 */
export const captureOf = (history: History): CountedCapture => captureOfObservation(tracePackets(history));

/** A capture, and how many packets are in it. */
export type CountedCapture = Capture & { readonly count: number };

/**
 * The capture of a run whose packets have been followed already.
 * @param observation as `tracePackets` gives it
 * @returns a capture for `writeCapture`
 */
export function captureOfObservation(observation: Observation): CountedCapture {
	const sealer = new Sealer(observation);
	const points = CAPTURE_POINTS.filter((point) => observation.sightings.some((sighting) => sighting.point === point));
	const secrets = sealer.keyLog();
	return {
		comment: [MADE, secrets && HAS_KEYS, points.includes('betweenEnvelopes') && IS_NESTED].filter(Boolean).join(' '),
		interfaces: points.map((point) => ({
			name: pointName(point),
			description: pointDescription(point),
			linkType: linkTypeOf(point)
		})),
		secrets,
		packets: capturedPackets(observation, sealer, points),
		count: observation.sightings.length
	};
}
