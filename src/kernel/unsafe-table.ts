// Written by scripts/unicode-table.mjs. Do not edit: it is part of every signature scheme.

/** Lengths of runs of code points, in base 36: first those that need no normalisation by the host, then those that do, and so on. */
export const unsafeRuns =
  '58 3 g1 5 1 7 2 1 1 1 1 2 6 1 7 6 4 2 1 2 6 1 7 6 lp 3 km 1 r 8 2m 1 o 1 4 2 1 1 2b 1 2 1 y 3 2 1 67' +
  ' 1 n 2 4 2 2o 1 o 1 3i 1 2z 1 i 2 2v 1 o 1 36 1 4 1 f 1 b7 1 1 5 7 1 4s 1 8i l 1e r 1v6 1 156 2 3 2 ' +
  'q 1 p 1 k g 2 1 3 2 3 1 6 1 3 2 3 1 d 1 kq k 9 11 17q 1 14s 2 4 1 2n 1 1f 1 1 2 3 6 f l 4c v 1 10 c ' +
  '1 17 2 1u c 1 1 1 1 1b 37 2 1 3 2 1 5 8 2 7 4 a 2 1 3 1 3 1 6 i 1 3 2 a 1 2 2 1 2 4 y 13b7 2 o 1 1 1' +
  ' a d 1 5 1 1 1 2 1 2 1 9 7g 3 1e 1 20 1 o 3 1z 2 i 1s 2 1i 14 d 38 1 5 1 1 1 1 1 1 1 1 1 7y 2 3 1 1 ' +
  '2 3 6 i 6 2 6 2 6 2 3 3bx 1 30 1 eu 1 o 1 2o 1 2 1 6 1 2 1 1 3 6e 1 9 1 2 1 6p 1 ow 1 e7h c 2f1 2 jq' +
  't 7 2e 6 66n r z 1 4x 2 1q 9 l587'
