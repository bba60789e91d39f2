import { TERM_IDS, TERMS, type TermId } from './terms';

/** One term of the glossary, explained once. */
export interface GlossaryEntry {
	readonly term: string;
	/** One to three plain sentences, for somebody who knows what a VPN is. */
	readonly text: string;
}

/** What each term means. Apart from the terms, so that a page that only uses a word does not carry all explanations. */
const TEXTS: Record<TermId, string> = {
	'vpn-profile':
		'The entry under VPN in the phone’s Settings: which app runs the VPN, and with which options. The app creates it, the person allows it, and the system keeps it, even while the app is not running.',
	'network-extension':
		'Apple’s framework for apps that take part in networking, and the name of the separate programs that such apps bring along. A VPN app’s packet tunnel provider is one of them.',
	'packet-tunnel-provider':
		'The kind of Network Extension that makes a VPN. It is given the phone’s outgoing packets, does with them what it wants, and gives back the packets that came in.',
	'tunnel-process':
		'The process in which the packet tunnel provider runs. The system starts and ends it, and it is not the process of the app that people see on the screen.',
	utun: 'A network interface without any hardware behind it. What the system sends into utun is read by the tunnel process, and what the tunnel process writes to it reaches the apps as if it had come from a network.',
	'physical-interface':
		'The network interface with a radio behind it: Wi-Fi or the mobile network. Here it is called en0, though Apple does not promise that this name means Wi-Fi.',
	packetflow:
		'The object through which Apple lets a provider read the packets that came into its tunnel, and write the answers. Many WireGuard apps read the utun interface directly instead.',
	socket:
		'A program’s end of a conversation over the network. The program asks the kernel for one, and then sends and receives by it without building packets of its own.',
	'bsd-socket':
		'The oldest interface to sockets, with calls such as socket(), bind() and sendmsg(). iOS has it from its Unix ancestors, beside Apple’s newer interfaces.',
	nwtcpconnection:
		'An older class of Apple’s for TCP connections, with states such as connecting, waiting and connected. A provider could have one made that goes through its own tunnel. It has been deprecated since iOS 18.',
	nwconnection:
		'Apple’s class for a connection, since iOS 12. It reports its state: setup, preparing, waiting, ready, failed or cancelled.',
	requiredinterface:
		'From iOS 18 on a provider can learn its tunnel’s interface, virtualInterface, and demand it as the requiredInterface of an NWConnection. It is the way to a connection through its own tunnel since NWTCPConnection was deprecated.',
	'waiting-state':
		'The state of a connection that could not be made and is to be tried again when conditions get better. Apple says neither after what time a connection gets there nor how long it may stay.',
	sendmsg:
		'A call by which a program hands data to the kernel to be sent by a socket. No error means that the kernel has taken the data, and not that anything has arrived.',
	'icmp-echo':
		'What ping does: a small packet asks a host to answer, and the answer shows that the way there and back works. ICMP is the internet’s protocol for such messages.',
	tcp: 'The protocol for connections in which everything arrives, in order, or the sender learns that it did not. Web pages and downloads mostly use it.',
	syn: 'The first packet of a TCP connection. The other side answers SYN, ACK, and without that answer there is no connection; the SYN is sent again after a while.',
	udp: 'The protocol for single packets without a connection. Whether one arrives is nobody’s business but the programs’ at both ends. WireGuard travels in it.',
	dns: 'The internet’s directory, which tells the address that belongs to a name. On a strange Wi-Fi it is often the owner of the network who answers.',
	'dhcp-lease':
		'What a network tells a device that joins: here is your address, this is the local network, that is the way out. DHCP is the protocol for it, and the device has to believe what it is told.',
	subnet:
		'A range of addresses that belong together, such as 192.168.1.0 to 192.168.1.255. A device sends to addresses of its own subnet directly, without asking a router.',
	'routing-table':
		'The system’s list of which addresses are reached by which interface. The most specific line that fits decides.',
	kernel:
		'The innermost part of the system, which owns the hardware and the network. Programs reach the network only by asking it. “Kernel router” is our name for the part that decides where a packet goes.',
	userspace:
		'Everything that is not kernel: apps, and the tunnel process too. What a program does there it does without the kernel’s rules for the network, until it wants to send something.',
	'userspace-stack':
		'The machinery that turns data into packets and packets into data, as an ordinary library inside a program. For sockets the kernel does this work. The one in this story is gVisor’s.',
	mux: 'The piece that joins two sources of packets, utun and the userspace stack, into one stream for WireGuard, and hands each answer to the one that asked. Short for multiplexer.',
	wireguard:
		'The VPN protocol of this story. It encrypts whole packets and sends each as the content of a UDP packet to the other side.',
	handshake:
		'The two messages by which both sides of a WireGuard tunnel agree on fresh keys. WireGuard sends the first one only when it has something to send, unless it is told to keep a connection alive.',
	envelope:
		'Our word for an encrypted WireGuard message with a packet inside. From outside one sees that it goes from the phone to the relay, and about how large it is.',
	relay:
		'The VPN’s server. It opens the envelopes, sends the packets on in its own name, and puts the answers into envelopes for the phone.',
	gateway:
		'A host that exists inside the tunnel only, at a private address. It answers echo requests and negotiates ephemeral peers, so that an answer from it proves that the tunnel works.',
	multihop:
		'A way through two relays: the entry learns who somebody is, the exit where they go, and neither learns both. Each packet goes in an envelope within an envelope.',
	'ephemeral-peer':
		'A WireGuard identity for one session. With DAITA or quantum resistance, the tunnel process makes a fresh pair of keys and has the public one registered at the gateway, through the tunnel and over TCP.',
	daita:
		'Defence against AI-guided traffic analysis: Mullvad’s way to hide what the sizes and times of encrypted packets give away. Its patterns come with an ephemeral peer.',
	'quantum-resistant':
		'A WireGuard tunnel with one more secret, a preshared key, from an exchange that a quantum computer is not expected to break. Both sides compute it when the ephemeral peer is negotiated.',
	'on-demand':
		'An option of a VPN profile: the system starts the tunnel by itself as soon as something wants the network. In this story’s app connecting switches it on, and disconnecting switches it off.',
	sigterm: 'The signal by which the system asks a process to end. The process may tidy up first, and then it is gone.',
	leak: 'A packet that leaves the phone outside the tunnel while its owner believes that the VPN protects it. Where it is encrypted by itself (TLS), what shows is names, addresses, size and time; otherwise its content too.',
	localnet:
		'The first of the two TunnelCrack attacks. A lying Wi-Fi says that the addresses of some web site are its own local network, so the phone sends to them directly, past the tunnel.',
	tunnelvision:
		'An attack described in 2024: the lease of a lying Wi-Fi hands out routes, by DHCP’s option 121, that outrank the tunnel’s. For Mullvad’s app on iOS it is virtually the same hole as LocalNet.',
	serverip:
		'The second TunnelCrack attack. A lying DNS answer gives a web site’s address for the VPN server’s. Where an app has traffic to its server left out of the tunnel, traffic to that site is left out too.',
	tunnelcrack:
		'Research from 2023 that tried 66 VPN clients and found two ways to make them leak, LocalNet and ServerIP.',
	'include-all-networks':
		'The boolean of this site: an option of a VPN profile by which most traffic goes through the tunnel, and waits or is dropped while there is none. It is off by default.',
	'exclude-local-networks':
		'The companion option, which counts only together with includeAllNetworks or enforceRoutes. True means that the local network is reached outside the tunnel; on iOS that is the default.',
	'enforce-routes':
		'A milder option than includeAllNetworks: the provider’s routes outrank the system’s routing table and an app’s choice of interface. It is ignored while includeAllNetworks is on.',
	apns: 'The Apple Push Notification service keeps one connection from the phone to Apple, by which all apps’ notifications arrive. With includeAllNetworks on, it stays outside the tunnel from iOS 16.4 on, by Apple’s documentation, unless the app sets excludeAPNs to false.',
	deadlock:
		'Several parties each wait for something that only the next one can give, in a circle. Nobody does anything wrong, and nothing ever happens.',
	liveness:
		'Whether something still works, as opposed to merely being there. A tunnel can be switched on and dead; the app asks the gateway for an echo to tell the difference.'
};

/** Every term with its explanation, by id. */
export const GLOSSARY = Object.fromEntries(TERM_IDS.map((id) => [id, { term: TERMS[id], text: TEXTS[id] }])) as Record<
	TermId,
	GlossaryEntry
>;

export { TERM_IDS, type TermId } from './terms';
