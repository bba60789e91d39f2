import { concat } from '../wire/bytes';
import { stableBytes } from './stableHash';
import type { TracedPacket } from './tracedPacket';

const text = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

/** A request and its answer, each in one segment: a segment stands for all that a real exchange would need. RFC 9112 §3, §4. */
const http = (host: string, path: string, type: string, body: string) => ({
	request: text(`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', '', ''),
	reply: text(
		'HTTP/1.1 200 OK',
		`Content-Type: ${type}`,
		`Content-Length: ${body.length}`,
		'Connection: close',
		'',
		body
	)
});

/** Names under .example are for documents, RFC 2606 §2. */
const PAGE = http(
	'www.example',
	'/',
	'text/html',
	'<!doctype html><title>A page</title><p>Whoever forwards this in the clear can read it.'
);
const PUSH = http('push.example', '/news', 'text/plain', 'You have a message.');
const DOWNLOAD = http('updates.example', '/app', 'application/octet-stream', 'A piece of the new app. '.repeat(24));

const KEY = 32;
/** Protocol Buffers: a field’s number and wire type 2 (bytes), then its length. */
const bytesField = (number: number, value: Uint8Array): Uint8Array =>
	concat(Uint8Array.of((number << 3) | 2, value.length), value);

/**
 * RegisterPeerV1 of ephemeralpeer.proto, as far as it fits into one segment, without HTTP/2 around: the request with the
 * public keys of the tunnel in use and of the peer to be. A reply has no key: its ciphertexts and machines are left out.
 */
function registerPeer(segment: 'request' | 'reply', conversation: number): Uint8Array {
	const fields = segment === 'request' ? [1, 2] : [];
	const keys = fields.map((field) => bytesField(field, stableBytes(`peer ${conversation} ${segment} ${field}`, KEY)));
	const message = concat(...keys);
	// gRPC: not compressed, then the length of the message in four bytes.
	return concat(Uint8Array.of(0, 0, 0, 0, message.length), message);
}

/** What a TCP segment carries; nothing for those that only open and close. */
export function payloadOf({
	packet: { purpose, segment },
	conversation
}: Pick<TracedPacket, 'packet' | 'conversation'>): Uint8Array {
	if (segment !== 'request' && segment !== 'reply') return new Uint8Array();
	if (purpose === 'negotiation') return registerPeer(segment, conversation);
	return (purpose === 'download' ? DOWNLOAD : purpose === 'push' ? PUSH : PAGE)[segment];
}
