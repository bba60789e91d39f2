import { builder } from './builder';
import { restingContext } from './context';
import { stackRegion, wireGuardRegion } from './encryption';
import { icmpRegion } from './icmp';
import { processRegion } from './process';
import { connectionRegion, tcpRegion } from './tcp';

/**
 * The packet tunnel provider extension: a process of its own, apart from the app (C06). One region
 * for its life, and one each for the connections it makes inside its own tunnel.
 *
 * The order of the regions is the order in which they hear a raised event: the stack and WireGuard
 * are switched on before a probe can reach them.
 */
export const tunnelProcess = builder.createMachine({
	id: 'tunnelProcess',
	type: 'parallel',
	context: ({ input }) => restingContext(input),
	states: {
		process: processRegion,
		icmpSocket: icmpRegion,
		tcpConnection: connectionRegion,
		tcp: tcpRegion,
		userspaceStack: stackRegion,
		wireGuard: wireGuardRegion
	}
});
