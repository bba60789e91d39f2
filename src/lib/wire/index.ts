/**
 * Bytes: packets, WireGuard and capture files. It knows nothing of phones, of the model or of the browser, and could be
 * used anywhere.
 *
 * What is written can be read again: `parse…` gives back what `emit…` was given. A reader of one protocol throws a
 * {@link WireError}, with an offset and one sentence, for bytes that make no sense, and nothing else; a wrong checksum is
 * reported, not thrown. {@link dissect} and {@link CaptureReader} never throw, whatever they are given. Nothing here is
 * random: keys, times and numbers are given by the caller.
 *
 * @example A ping, written into a capture file and read again
 * ```ts
 * import { CaptureReader, dissect, emitIcmp, emitIpv4, fromHex, LINKTYPE, PROTOCOL, writeCapture } from '$lib/wire';
 *
 * const ping = emitIpv4({
 * 	...{ source: '10.64.0.2', destination: '10.64.0.1', protocol: PROTOCOL.icmp, timeToLive: 64 },
 * 	...{ dscp: 0, ecn: 0, identification: 1, flags: { DF: true, MF: false }, fragmentOffset: 0 },
 * 	options: new Uint8Array(),
 * 	payload: emitIcmp({ kind: 'echoRequest', identifier: 757, sequenceNumber: 1, data: fromHex('f1a9') })
 * });
 * dissect(ping, 'ipv4').summary; // → 'Echo request, id 757, sequence 1'
 *
 * const file = writeCapture({
 * 	interfaces: [{ name: 'utun4', description: '', linkType: LINKTYPE.IPV4 }],
 * 	packets: [{ interface: 0, timeUs: 0, bytes: ping, comment: 'Lost without a trace.' }]
 * });
 * const reader = new CaptureReader();
 * const items = [...reader.push(file), ...reader.end()];
 * items.map(({ kind }) => kind); // → ['section', 'interface', 'packet']
 * ```
 * @module wire
 */
export { concat, fromHex, toHex } from './bytes';
export {
	LINKTYPE,
	MAX_PACKET_LENGTH,
	nameOfLinkType,
	type Capture,
	type CapturedItem,
	type CapturedPacket,
	type CaptureInterface,
	type Direction,
	type InterfaceItem,
	type PacketItem,
	type ProblemItem,
	type SecretsItem,
	type SectionItem
} from './capture';
export { CaptureReader } from './captureReader';
export { internetChecksum, transportChecksum, type Addresses } from './checksum';
export { DHCP_PORT, dhcpMessage, emitDhcp, parseDhcp, type DhcpDraft, type DhcpMessage } from './dhcp';
export { DHCP_MESSAGE_TYPES, type DhcpMessageType, type DhcpOption } from './dhcpOptions';
export { dissect, type LinkType } from './dissect';
export { type Dissection } from './dissection';
export {
	addressOfRecord,
	DNS_CLASS,
	DNS_FLAGS,
	DNS_TYPE,
	dnsFlags,
	emitDns,
	hostAddress,
	parseDns,
	type DnsFlag,
	type DnsFlags,
	type DnsMessage,
	type DnsQuestion,
	type DnsRecord
} from './dns';
export { WireError } from './errors';
export { emitEthernet, ETHER_TYPE, parseEthernet, type EthernetFrame } from './ethernet';
export { type Field, type Layer } from './fields';
export {
	emitIcmp,
	ICMP_TYPE,
	parseIcmp,
	type IcmpEcho,
	type IcmpMessage,
	type IcmpOther,
	type ParsedIcmp
} from './icmp';
export { type EchoNumbers } from './icmpFields';
export { emitIpv4, parseIpv4, PROTOCOL, type Ipv4Flags, type Ipv4Packet, type ParsedIpv4 } from './ipv4';
export { keyLog, parseKeyLog, type KeyLogEntry, type LoggedKeys } from './keylog';
export { finish, initiate, respond, type Initiate, type InitiatorState, type Respond, type Session } from './noise';
export { Opener } from './opener';
export { blocksOfCapture, writeCapture } from './pcapng';
export { dissectPlaintext } from './plaintext';
export { type KeyPair } from './primitives';
export { bytesFrom, keyFrom, keyPairFrom } from './seed';
export { type SllForm } from './sll';
export {
	emitTcp,
	parseTcp,
	TCP_FLAGS,
	tcpFlags,
	type ParsedTcp,
	type TcpFlag,
	type TcpFlags,
	type TcpSegment
} from './tcp';
export { type TcpOption } from './tcpOptions';
export { acceptCounter, FRESH_WINDOW, open, seal, type ReplayWindow } from './transport';
export { emitUdp, parseUdp, type ParsedUdp, type UdpDatagram } from './udp';
export { emitUtun, parseUtun, type IpFamily, type UtunPacket } from './utun';
export { emitWireGuard, parseWireGuard } from './wireguard';
export {
	type CookieReply,
	type HandshakeInitiation,
	type HandshakeResponse,
	type TransportData,
	type WireGuardMessage
} from './wireguardShapes';
