import type { HistoryLine } from '../store/ports.ts';

/** What the history says where somebody was erased. */
export const erasedWords = 'Erased one person from the review and its history';

/** Whether a line of the history tells that somebody was erased: no version before it has them, so it is never undone. */
export const isErasure = ({ why }: Pick<HistoryLine, 'why'>): boolean => why === erasedWords;
