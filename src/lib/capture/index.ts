/**
 * From a run to its packets in bytes: who made them, where they are seen, and what became of them.
 *
 * The same run gives the same bytes. Every packet carries a comment that says what became of it, by which rule, and how
 * that is known; the keys of the tunnel come along, so that Wireshark opens every envelope. Where the model says less
 * than the wire would, the comment says so.
 *
 * @example A run as a file for Wireshark
 * ```ts
 * import { captureOf } from '$lib/capture';
 * import { play, SCENARIOS } from '$lib/scenarios';
 * import { writeCapture } from '$lib/wire';
 *
 * const capture = captureOf(play(SCENARIOS['probes-flag-on']));
 * capture.interfaces.map(({ name }) => name); // → ['utun4', 'en0', 'inside tunnel process', 'inside Safari']
 * writeCapture(capture).length > 1_000; // → true
 * ```
 * @module capture
 */
export { type CapturePoint, CAPTURE_POINTS, pointDescription, pointName, type ProcessPoint } from './capturePoints';
export { encodePacket } from './encodePacket';
export { packetComment } from './packetComments';
export { tracePackets, type Door, type Observation, type Sighting } from './packetTracer';
export { captureOf, captureOfObservation, type CountedCapture } from './runCapture';
export { type Handshake, type Hop, type Seal, type TracedPacket } from './tracedPacket';
