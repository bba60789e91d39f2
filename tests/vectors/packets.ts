/** Packets that somebody else made, in hexadecimal digits. */

/**
 * IPv4 header of a UDP packet of which the 95 bytes of payload are not given, from the article “Internet checksum” of
 * Wikipedia (formerly “IPv4 header checksum”); the checksum is 0xb861.
 */
export const WIKIPEDIA_IPV4 = '45000073000040004011b861c0a80001c0a800c7';

/** The first frame of http.cap from wiki.wireshark.org/SampleCaptures: the SYN of a web request over Ethernet. */
export const HTTP_CAP_SYN =
	'feff20000100000001000000' +
	'0800' +
	'450000300f4140008006' +
	'91eb91fea0ed41d0e4df' +
	'0d2c005038affe13000000007002' +
	'2238c30c0000020405b401010402';

/** The first frame of dhcp.pcap from wiki.wireshark.org/SampleCaptures: a DISCOVER over Ethernet, of 272 bytes. */
export const DHCP_PCAP_DISCOVER =
	'ffffffffffff000b8201fc42' +
	'0800' +
	'4500012ca8360000fa11178b00000000ffffffff' +
	'004400430118591f' +
	'0101060000003d1d00000000' +
	'00'.repeat(16) +
	'000b8201fc42' +
	'00'.repeat(10 + 64 + 128) +
	'63825363' +
	'3501013d0701000b8201fc4232040000000037040103062aff00000000000000';

/** RFC 1035 §4.1.4: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64 and the root at 92; zeros in between. */
export const RFC1035_NAMES =
	'00'.repeat(20) +
	'0146034953490441525041' +
	'00' +
	'00'.repeat(40 - 32) +
	'03464f4fc014' +
	'00'.repeat(64 - 46) +
	'c01a' +
	'00'.repeat(92 - 66) +
	'00';
