// Written by scripts/unicode-table.mjs. Do not edit: it is part of every signature scheme.

/** Lengths of runs of code points, in base 36: first those that the kernel can take alone, then those it cannot, and so on. */
export const unsafeRuns =
  '4o 1 1 1 2 1 1 1 2 4 2 3 1 3 35 1 1 2 b 2 8 1 1h 1 1w 9 10 3 58 9 v 6 2 5 r 34 4 1 5 1 9 2 t 1 18 7 ' +
  'p 3 1 2 3 1 3t 5 73 1 9 19 1 1 1 2 1 2 1 1 20 b 1 1 1a l g 1 4 4 2l 7 2 6 2 2 1 4 bt 9 16 o 1 t 1o 1' +
  ' k 4 3 8 2m 1 o 1 4 2 1 1 2b 1 2 1 y 3 2 1 67 1 n 2 4 2 2o 1 o 1 3i 1 2z 1 i 2 2v 1 o 1 36 1 4 1 f 1' +
  ' 2b 1 3j 1 14 2 2t 1 9 1 4 1 4 1 4 1 c 1 9 1 1 5 7 1 h 1 9 1 4 1 4 1 4 1 c 1 38 1 5p 1 2q n 1e r 169' +
  ' 2 2d 5 io e 1 v 2 c 21 1 be 3 1 d 1 7 4 1 6 1 3 2 1e 3 1 b 1 i 1 s d 1 y 2t 4a 2 5x 1 1 1 1 1 1 1 1' +
  ' 1 1 1 1 1 1p 1 1 5 7 1 1 1 1 3 3 1 7 1 1 3 3 1 7 1 1 2 a 1 1 1 1 2 c 5 7 1 i 5 f 1 x i 2 6 5 b 6 d ' +
  'b 1 13 d 4 1 3 c f 4 1 3 1 b 1 2 2 5 2 3 1 1 1 1 1 1 1 4 1 3 1 7 1 5 5 5 6 1c 9 1 k6 3v 169 1 bj 2 6' +
  'p 1 34 w 4f 1 2b 1 c 5y 2c 4 a 3 2m 4 2 1 2n 1 1d 2m 3 e 2o v 1 14 8 1b 1 ao mlr 1 4 a u 4 5s 1 3k 4' +
  ' 3 2 o2 4 9 1 fbq 7i 2 1 1 1 2 a 1 1 1 1 2 2 3 1w 2 2y 12 7 c 5 5 c 1 d 1 5 1 1 1 2 1 2 1 30 x a3 i ' +
  '1s 2 1i 14 d 3 g g g p 4 z 3 1 1 1 3r 2 1 g a 7 q 6 q b 2h 3 6 2 6 2 6 2 3 6 1 c 9 ec 1 6a 1 ww 5 1 ' +
  '16 1 9 1fj 6 ca 1 30 1 er 1 2 1 o 1 2o 1 2 1 6 1 6 1 6e 1 9 1 2 1 6p 1 ow 1 e7h 3 8 1 2f1 1 fnc 4 37' +
  '6 10 ee 1a 2 n ev 7 2 3 9 g 2 7 u 4 d 6 3l 3 cb 2d 1 1z 1 2 2 1 2 2 2 4 1 c 1 1 1 7 1 1t 1 4 2 8 1 7' +
  ' 1 s 1 4 1 5 1 1 3 7 1 9g 2 p 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 8 2 1e 1m8 1q x 1 2nk 4 1 r 1 2 ' +
  '1 1 2 1 1 a 1 4 1 1 1 1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 ' +
  '1 a 1 h 5 3 1 5 1 h g4 b 5 v 1 w q 3 z 1 33 3 d 18 4 9 7 2 1we a 1ds6 f2 fheq 35s 44jk'

/** Lengths of runs of code points: first those without a combining class, then those with one, and so on. */
export const nonstarterRuns =
  'lc 27 1 w 7n 5 7d 19 1 1 1 2 1 2 1 1 20 b 1c l g 1 2t 7 2 6 2 2 1 4 z 1 u r 4g 9 9 1 o 4 1 9 1 3 1 5' +
  ' 17 3 1n 9 16 o 1 t 1o 1 g 1 3 4 2v 1 g 1 1c 1 1p 1 g 1 32 1 g 1 32 1 g 1 3j 1 32 1 g 1 7 2 2t 1 g 1' +
  ' 31 2 g 1 3g 1 31 3 d 4 30 3 d 4 24 2 r 1 1 1 1 1 1j 5 4 4 2 5 1 2 1q 1 34 1 1 2 2a 1 jz 3 qc 2 u 1 ' +
  '4d 1 a 1 5n 1 3z 3 63 2 1z 1 k 8 2 1 1c e 1 v 2 c 20 1 f 1 12 9 1i 2 1m 1 b 2 1v 1 48 3 1 d 1 7 4 1 ' +
  '6 1 3 2 5i 1s k0 d 4 1 3 c 2da 3 3x 1 2o w fe 6 2x 2 n9w 1 4 a w 2 28 2 7o 1 11 1 47 1 r i 1l 3 11 1' +
  ' 2n 1 c 1 6n 1 1 3 2 2 5 2 1 1 1g 1 6u 1 fn4 1 ld g r1 1 6a 1 45 5 1aq 1 1 1 14 3 4 1 4l 2 fx 4 1t 5' +
  ' 8t 2 25 2 1 3 1y b 1d 4 5c 1 15 1 e 1 1l 2 1x 3 1c 2 1q 1 24 1 9 1 2y 2 4y 2 28 2 g 1 o 7 3 5 2h 3 ' +
  '35 1 3 1 n 1 2r 2 6z 2 3i 1 3a 2 37 1 7h 2 76 2 4 1 4c 1 2b 1 i 1 29 1 bp 1 76 1 1 2 29 1 bt 2 d0s 1' +
  ' 1xc 5 1n 7 xl 2 f58 1 43q 5 3 6 8 8 2 7 u 4 44 3 2pn 7 1 h 2 7 1 2 1 5 2s 1 4g 7 af 1 1p 4 e4 4 72 ' +
  '2 6r 1 2 1 7 2 5 1 d6 7 31 7 l705'

/** Runs of code points with a simple lower case: first, count, stride and distance, in base 36. */
export const caseRuns =
  '5c n 1 w,60 7 1 w,74 o 2 1,8k 2 2 1,8p 3 2 1,8x 4 2 1,96 n 2 1,ag 1 1 -3d,ah 3 2 1,ap 1 1 5u,aq 2 2 ' +
  '1,au 1 1 5q,av 1 2 1,ax 2 1 5p,az 1 1 1,b2 1 1 27,b3 1 1 5m,b4 1 1 5n,b5 1 2 1,b7 1 1 5p,b8 1 2 5r,b' +
  'a 1 1 5v,bb 1 1 5t,bc 1 1 1,bg 1 1 5v,bh 1 2 5x,bj 1 1 5y,bk 3 2 1,bq 1 1 62,br 1 2 1,bt 1 1 62,bw 1' +
  ' 2 1,by 1 1 62,bz 1 2 1,c1 2 1 61,c3 2 2 1,c7 1 1 63,c8 1 1 1,cc 1 1 1,ct 8 2 1,da 9 2 1,dw 1 2 1,dy' +
  ' 1 1 -2p,dz 1 1 -1k,e0 k 2 1,f4 1 2 -3m,f6 9 2 1,fu 1 1 8bv,fv 1 2 1,fx 1 1 -4j,fy 1 1 8bs,g1 1 2 1,' +
  'g3 1 1 -5f,g4 1 1 1x,g5 1 1 1z,g6 5 2 1,og 2 2 1,om 1 1 1,ov 1 1 38,p2 1 2 12,p4 3 1 11,p8 1 2 1s,pa' +
  ' 2 1 1r,pd h 1 w,pw 8 1 w,r3 1 1 8,rc c 2 1,s7 1 1 1,sa 1 1 1,sd 3 1 -3m,sg g 1 28,sw w 1 w,v4 h 2 1' +
  ',wa r 2 1,xs 1 1 f,xt 7 2 1,y8 1c 2 1,10x 12 1 1c,3a8 12 1 5ls,3bb 1 1 5ls,3bh 1 1 5ls,3vk 28 1 tzk,' +
  '3xs 6 1 8,5mx 1 1 1,5n4 17 1 -2bk,5od 3 1 -2bk,5xc 23 2 1,61q 1 2 -5vj,61s 1c 2 1,64o 8 1 -8,654 6 1' +
  ' -8,65k 8 1 -8,660 8 1 -8,66g 6 1 -8,66x 4 2 -8,67c 8 1 -8,688 8 1 -8,68o 8 1 -8,694 8 1 -8,69k 2 1 ' +
  '-8,69m 1 2 -22,69o 1 1 -9,6a0 2 2 -2e,6a4 1 1 -9,6ag 2 1 -8,6ai 1 1 -2s,6aw 2 1 -8,6ay 1 2 -34,6b0 1' +
  ' 1 -7,6bc 1 2 -3k,6be 1 2 -3i,6bg 1 1 -9,6k2 1 1 s,6mb 1 1 1,8ow 1c 1 1c,8rk 1 2 1,8rm 1 1 -8af,8rn ' +
  '1 1 -2xy,8ro 1 1 -89z,8rr 3 2 1,8rx 1 1 -8bg,8ry 1 1 -8al,8rz 1 1 -8bj,8s0 1 2 -8bi,8s2 1 1 1,8s5 1 ' +
  '1 1,8se 2 1 -8cf,8sg 1e 2 1,8vf 2 2 1,8vm 1 1 1,wu8 n 2 1,ww0 e 2 1,x0i 7 2 1,x0y v 2 1,x2x 2 2 1,x3' +
  '1 1 1 -r9g,x32 5 2 1,x3f 1 2 1,x3h 1 1 -wmg,x3k 2 2 1,x3q a 2 1,x4a 1 1 -wn8,x4b 1 1 -wnj,x4c 1 1 -w' +
  'nf,x4d 1 1 -wn5,x4e 1 2 -wn8,x4g 1 1 -wlu,x4h 1 1 -wmi,x4i 1 1 -wlx,x4j 1 1 ps,x4k 8 2 1,x50 1 1 -1c' +
  ',x51 1 1 -wn7,x52 1 1 -raw,x53 2 2 1,x57 1 1 -wo7,x58 8 2 1,x5o 1 1 -wu9,x6d 1 1 1,1fcw 14 1 14,1fhs' +
  ' 10 1 14,1fn4 b 1 13,1fng f 1 13,1fnw 7 1 13,1fo4 2 1 13,1h1c 1f 1 1s,1h74 m 1 w,1jfk w 1 w,20cg w 1' +
  ' w,20f4 p 1 r,2olc y 1 y'
