import fc from 'fast-check';

/*
 * Properties while a change is tried: a few runs, as thousands of changes are tried, and no search
 * for a smaller example, which would say nothing. Fewer runs can only let a change pass unnoticed.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 10, endOnFailure: true });
