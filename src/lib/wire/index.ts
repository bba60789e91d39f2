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
export { type DhcpMessageType, type DhcpOption } from './dhcpOptions';
export { dissect, type LinkType } from './dissect';
export { type Dissection } from './dissection';
export {
	addressOfRecord,
	DNS_CLASS,
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
export { emitIpv4, parseIpv4, PROTOCOL, type Ipv4Flags, type Ipv4Packet, type ParsedIpv4 } from './ipv4';
export { keyLog, parseKeyLog, type KeyLogEntry, type LoggedKeys } from './keylog';
export { finish, initiate, respond, type Initiate, type InitiatorState, type Respond, type Session } from './noise';
export { Opener } from './opener';
export { blocksOfCapture, writeCapture } from './pcapng';
export { dissectPlaintext } from './plaintext';
export { type KeyPair } from './primitives';
export { bytesFrom, keyFrom, keyPairFrom } from './seed';
export { emitTcp, parseTcp, tcpFlags, type ParsedTcp, type TcpFlag, type TcpFlags, type TcpSegment } from './tcp';
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
