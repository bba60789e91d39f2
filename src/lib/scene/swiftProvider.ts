import { ADDRESSES } from '../machines/components';
import type { Configuration, Knobs, Transport } from '../machines/knobs';

type Settings = Pick<Configuration, 'includeAllNetworks'> & Pick<Knobs, 'ephemeralPeer'>;

/** The service at the gateway with which an ephemeral peer is negotiated. */
const SERVICE_PORT = 1337;

const HEAD = '// In the packet tunnel provider: how it speaks inside its own tunnel';

/** ICMP by a BSD socket that is bound to utun (C07), so that it cannot leave beside the tunnel. */
const probe = (flagOn: boolean): string[] => [
	'func openProbe(boundTo tunnelName: String) -> Int32 {',
	'	let probe = socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP)',
	'	var tunnelIndex = if_nametoindex(tunnelName)',
	'	setsockopt(probe, IPPROTO_IP, IP_BOUND_IF,',
	'	           &tunnelIndex, socklen_t(MemoryLayout<UInt32>.size))',
	...(flagOn
		? [
				`	// includeAllNetworks is on: sendmsg() to ${ADDRESSES.gateway} reports no error,`,
				'	// and the packet vanishes.'
			]
		: [`	// Echo requests to ${ADDRESSES.gateway} go out by sendmsg(), and are answered.`]),
	'	return probe',
	'}'
];

/** TCP by the provider’s own class (C07), deprecated in iOS 18. */
const throughTunnel = (flagOn: boolean): string[] => [
	'',
	'extension NEPacketTunnelProvider {',
	'	// NWTCPConnection is deprecated since iOS 18.',
	'	func openNegotiation() -> NWTCPConnection {',
	...(flagOn ? ['		// includeAllNetworks is on: this stays in .waiting.'] : []),
	'		createTCPConnectionThroughTunnel(',
	`			to: NWHostEndpoint(hostname: "${ADDRESSES.gateway}", port: "${SERVICE_PORT}"),`,
	'			enableTLS: false, tlsParameters: nil, delegate: nil)',
	'	}',
	'}'
];

/** TCP by NWConnection, tied to the tunnel’s interface (C13). */
const required = (flagOn: boolean, isNeeded: boolean): string[] => [
	'',
	...(isNeeded ? [] : ['// Opened only when there is an ephemeral peer to negotiate.']),
	'@available(iOS 18.0, *)',
	'extension NEPacketTunnelProvider {',
	'	func openNegotiation() -> NWConnection {',
	'		let parameters = NWParameters.tcp',
	'		parameters.requiredInterface = virtualInterface',
	'		let connection = NWConnection(',
	`			host: "${ADDRESSES.gateway}", port: ${SERVICE_PORT}, using: parameters)`,
	'		connection.stateUpdateHandler = { state in',
	`			// includeAllNetworks is ${flagOn ? 'on: .preparing, .waiting, and nothing after' : 'off: .preparing, .ready'}`,
	'			print(state)',
	'		}',
	'		connection.start(queue: .main)',
	'		return connection',
	'	}',
	'}'
];

const SPEAKS: Readonly<Record<Transport, (settings: Settings) => string[]>> = {
	bsdSocket: ({ includeAllNetworks, ephemeralPeer }) => [
		...(ephemeralPeer === 'none' ? ['import Darwin'] : ['import Darwin', 'import NetworkExtension']),
		'',
		...probe(includeAllNetworks),
		...(ephemeralPeer === 'none' ? [] : throughTunnel(includeAllNetworks))
	],
	nwConnection: ({ includeAllNetworks, ephemeralPeer }) => [
		'// TCP by NWConnection; its ICMP still takes a BSD socket with IP_BOUND_IF.',
		'import Network',
		'import NetworkExtension',
		...required(includeAllNetworks, ephemeralPeer !== 'none')
	],
	userspaceStack: () => [
		'// It asks the system for no socket. A TCP/IP stack inside the process builds',
		'// its packets, and they are encrypted as if they had been read from utun:',
		'// with includeAllNetworks on or off, the kernel never sees them.'
	],
	noProbes: () => [
		'// It sends nothing of its own. startTunnel calls its completion handler',
		'// without having asked whether the relay is there.'
	]
};

/** The provider’s half: the same packets, by whichever interface makes them. */
export const providerSwift = ({ includeAllNetworks }: Configuration, { transport, ephemeralPeer }: Knobs): string =>
	`${[HEAD, ...SPEAKS[transport]({ includeAllNetworks, ephemeralPeer })].join('\n')}\n`;
