/** The web client the stage pretends to serve. */
export const clientVersion = '2.20261003.01.00';
