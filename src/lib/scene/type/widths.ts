/** A cut of the site’s type, as figures use it. */
export type Face = 'sans' | 'italic' | 'semibold' | 'bold' | 'serif' | 'mono';

/** The characters whose widths are listed below, in this order: printable ASCII, and what our typography adds. */
const CHARACTERS = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)), ...'’“”…–×'];

/** Widths of `CHARACTERS` in thousandths of the type’s size, from the fonts’ own tables; a test compares the two. */
const WIDTHS: Readonly<Record<Exclude<Face, 'mono'>, string>> = {
	sans:
		'200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 ' +
		'249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 ' +
		'536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 ' +
		'547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497 249 426 426 948 480 497',
	italic:
		'200 282 407 479 480 791 582 242 291 293 403 480 242 299 242 340 479 480 480 480 480 480 480 480 480 480 ' +
		'242 242 480 480 480 409 814 510 569 550 594 502 473 588 623 249 456 555 462 705 619 633 550 633 555 506 ' +
		'510 616 496 756 490 461 512 292 340 292 479 483 517 536 536 435 535 480 282 530 523 237 238 476 248 799 ' +
		'525 514 535 534 342 402 324 522 448 707 429 448 410 290 231 293 480 242 407 407 959 463 480',
	semibold:
		'200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 ' +
		'275 275 513 513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 ' +
		'546 655 536 800 541 501 540 324 344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 ' +
		'560 549 564 564 373 431 361 556 495 748 481 495 443 324 255 324 513 275 482 482 964 480 513',
	bold:
		'200 340 537 528 528 857 667 300 344 344 457 528 300 332 300 339 528 528 528 528 528 528 528 528 528 528 ' +
		'300 300 528 528 528 463 902 573 605 582 635 548 524 638 674 301 509 614 518 762 665 684 596 684 613 556 ' +
		'556 665 556 813 567 525 541 344 339 344 528 500 555 527 573 468 573 518 341 534 571 276 278 548 286 857 ' +
		'572 555 573 573 398 443 383 568 523 776 514 521 460 344 268 344 528 300 537 537 978 480 528',
	serif:
		'228 314 423 544 538 949 739 206 384 384 458 548 307 335 307 364 547 547 547 547 547 547 547 547 547 547 ' +
		'307 307 548 548 548 430 867 712 668 663 744 634 610 725 809 387 394 726 616 930 757 742 637 742 707 560 ' +
		'650 757 706 1020 678 667 592 356 364 356 548 528 400 554 630 527 623 540 374 573 650 336 313 615 337 961 ' +
		'652 590 632 613 475 475 368 640 581 850 585 592 497 365 301 365 548 236 460 459 853 528 548'
};

/** The mono is whatever the reader’s system has; those in use are close to this. In thousandths of the size. */
const MONO_WIDTH = 602;
/** For a character that is not listed: as wide as an m, so that it is never given too little room. */
const UNKNOWN_WIDTH = 850;

const tableOf = (widths: string): ReadonlyMap<string, number> =>
	new Map(widths.split(' ').map((width, i) => [CHARACTERS[i] ?? '', Number(width)]));

const TABLES: Readonly<Record<Exclude<Face, 'mono'>, ReadonlyMap<string, number>>> = {
	sans: tableOf(WIDTHS.sans),
	italic: tableOf(WIDTHS.italic),
	semibold: tableOf(WIDTHS.semibold),
	bold: tableOf(WIDTHS.bold),
	serif: tableOf(WIDTHS.serif)
};

/**
 * How wide a line is set, without kerning, which makes it a little narrower at most.
 * @param text one line
 * @param size of the type, in the unit of the result
 * @param face the cut
 * @returns a width
 */
export function widthOf(text: string, size: number, face: Face = 'sans'): number {
	if (face === 'mono') return (text.length * MONO_WIDTH * size) / 1000;
	const table = TABLES[face];
	let width = 0;
	for (const character of text) width += table.get(character) ?? UNKNOWN_WIDTH;
	return (width * size) / 1000;
}

/**
 * Breaks words into lines that are no wider than asked for; a single word that is wider stands alone.
 * @param text the words
 * @param most width of a line
 * @param size of the type, in the same unit
 * @param face the cut
 * @returns lines, at least one
 */
export function linesOf(text: string, most: number, size: number, face: Face = 'sans'): string[] {
	return text.split(' ').reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		return last !== undefined && widthOf(`${last} ${word}`, size, face) <= most
			? [...lines.slice(0, -1), `${last} ${word}`]
			: [...lines, word];
	}, []);
}

/**
 * The same lines, as even as they can be: no word stands alone in the last one.
 * @param text the words
 * @param most width of a line
 * @param size of the type, in the same unit
 * @param face the cut
 * @returns as many lines as `linesOf` gives
 */
export function evenLinesOf(text: string, most: number, size: number, face: Face = 'sans'): string[] {
	const lines = linesOf(text, most, size, face);
	if (lines.length < 2) return lines;
	for (let narrow = most * 0.5; narrow < most; narrow += size) {
		const even = linesOf(text, narrow, size, face);
		if (even.length === lines.length && even.every((line) => widthOf(line, size, face) <= most)) return even;
	}
	return lines;
}
