export { type CapturePoint, CAPTURE_POINTS, pointDescription, pointName, type ProcessPoint } from './capturePoints';
export { encodePacket } from './encodePacket';
export { packetComment } from './packetComments';
export { tracePackets, type Door, type Observation, type Sighting } from './packetTracer';
export { captureOf, captureOfObservation, type CountedCapture } from './runCapture';
export { type Handshake, type Hop, type Seal, type TracedPacket } from './tracedPacket';
