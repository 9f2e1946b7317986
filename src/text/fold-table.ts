// Written by scripts/unicode-table.mjs. Do not edit: it is part of every signature scheme.

/** Lengths of runs of code points, in base 36: first those without a combining class, then those with one, and so on. */
export const nonstarterRuns =
  'lc 27 1 w 7n 5 7d 19 1 1 1 2 1 2 1 1 20 b 1c l g 1 2t 7 2 6 2 2 1 4 z 1 u r 4g 9 9 1 o 4 1 9 1 3 1 5' +
  ' 17 3 1n 9 16 o 1 t 1o 1 g 1 3 4 2v 1 g 1 1c 1 1p 1 g 1 32 1 g 1 32 1 g 1 3j 1 32 1 g 1 7 2 2t 1 g 1' +
  ' 31 2 g 1 3g 1 31 3 d 4 30 3 d 4 24 2 r 1 1 1 1 1 1j 5 4 4 2 5 1 2 1q 1 34 1 1 2 2a 1 jz 3 qc 2 u 1 ' +
  '4d 1 a 1 5n 1 3z 3 63 2 1z 1 k 8 2 1 1c e 1 v 2 c 20 1 f 1 12 9 1i 2 1m 1 b 2 1v 1 48 3 1 d 1 7 4 1 ' +
  '6 1 3 2 5i 1s k0 d 4 1 3 c 2da 3 3x 1 2o w fe 6 2x 2 n9w 1 4 a w 2 28 2 7o 1 11 1 47 1 r i 1l 3 11 1' +
  ' 2n 1 c 1 6n 1 1 3 2 2 5 2 1 1 1g 1 6u 1 fn4 1 ld g a6 2 gt 1 6a 1 45 5 1aq 1 1 1 14 3 4 1 4l 2 fx 4' +
  ' 1t 5 8t 2 25 2 1 3 1y b 1d 4 5c 1 15 1 e 1 1l 2 1x 3 1c 2 1q 1 24 1 9 1 2y 2 4y 2 28 2 g 1 o 7 3 5 ' +
  '2h 3 35 1 3 1 n 1 2r 2 6z 2 3i 1 3a 2 37 1 7h 2 76 2 4 1 4c 1 2b 1 i 1 29 1 bp 1 76 1 1 2 29 1 bt 2 ' +
  'd0s 1 1xc 5 1n 7 xl 2 f58 1 43q 5 3 6 8 8 2 7 u 4 44 3 2pn 7 1 h 2 7 1 2 1 5 2s 1 4g 7 af 1 1p 4 e4 ' +
  '4 72 2 6r 1 2 1 7 2 5 1 d6 7 31 7 l705'

/** Lengths of runs of code points: first those that NFC never composes with the one before, and so on. */
export const composingRuns =
  'lc 5 1 7 2 1 1 1 1 2 6 1 7 6 4 2 1 2 6 1 7 6 lp 3 km 1 3l 1 o 1 9y 1 n 2 2u 1 o 1 3i 1 2z 1 i 2 2v 1' +
  ' o 1 36 1 4 1 f 1 ge 1 8i l 1e r 1v6 1 483 2 48 1 1 2 3 6 f l 14qi 2 3 1 1 2 3 6 i 6 2 6 2 6 2 3 3bx' +
  ' 1 30 1 eu 1 o 1 2o 1 2 1 6 1 2 1 1 3 6e 1 9 1 2 1 6p 1 ow 1 e7h c 2f1 2 lvh3'

/** Runs of code points that are folded to one other: first, count, stride and distance, in base 36. */
export const foldRuns =
  '4q 1 1 -21,4y 2 1 -3k,51 1 1 lj,55 1 1 -3s,56 1 1 -23,5c 1 1 -2n,5d 1 1 -2o,5e 1 1 -2p,5f 1 1 -2q,5g' +
  ' 1 1 -2r,5h 1 1 -2s,5i 1 1 w,5j 1 1 -2s,5k 1 1 -2r,5l 1 1 -2s,5m 1 1 -2t,5n 1 1 -2u,5o 1 1 -2r,5p 1 ' +
  '1 -2s,5q 1 1 -2t,5r 1 1 -2u,5s 1 1 w,5t 2 1 -2r,5v 1 1 -2s,5w 1 1 -2t,5x 1 1 -2u,5y 1 2 -2v,60 1 1 -' +
  '2x,61 1 1 -2s,62 1 1 -2t,63 1 1 -2u,64 1 1 -2v,65 1 1 -2s,66 1 2 w,68 1 1 -3j,69 1 1 -3k,6a 1 1 -3l,' +
  '6b 1 1 -3m,6c 1 1 -3n,6d 2 2 -3o,6g 1 1 -3n,6h 1 1 -3o,6i 1 1 -3p,6j 1 1 -3q,6k 1 1 -3n,6l 1 1 -3o,6' +
  'm 1 1 -3p,6n 1 2 -3q,6p 2 1 -3n,6r 1 1 -3o,6s 1 1 -3p,6t 1 1 -3q,6u 1 2 -3r,6w 1 1 -3t,6x 1 1 -3o,6y' +
  ' 1 1 -3p,6z 1 1 -3q,70 1 1 -3r,71 1 2 -3o,73 1 1 -3q,74 1 1 -4f,75 1 1 -4g,76 1 1 -4h,77 1 1 -4i,78 ' +
  '1 1 -4j,79 1 1 -4k,7a 1 1 -4j,7b 1 1 -4k,7c 1 1 -4l,7d 1 1 -4m,7e 1 1 -4n,7f 1 1 -4o,7g 1 1 -4p,7h 2' +
  ' 1 -4q,7j 1 1 -4r,7k 1 1 -4s,7l 2 1 -4t,7n 1 1 -4u,7o 1 1 -4v,7p 1 1 -4w,7q 1 1 -4x,7r 1 1 -4y,7s 1 ' +
  '1 -4z,7t 1 1 -50,7u 1 1 -51,7v 1 1 -52,7w 1 1 -51,7x 1 1 -52,7y 1 1 -53,7z 1 1 -54,80 1 1 -55,81 1 1' +
  ' -56,82 1 1 -57,83 2 1 -58,85 1 1 -59,86 1 1 -5a,87 2 1 -5b,89 1 1 -5c,8a 1 1 -5d,8b 1 1 -5e,8c 1 1 ' +
  '-5f,8d 1 1 -5g,8e 1 1 -5h,8f 1 1 -5i,8g 1 1 -5j,8h 1 1 -5k,8k 1 1 -5m,8l 2 1 -5n,8n 1 2 -5o,8p 1 1 -' +
  '5p,8q 1 1 -5q,8r 1 1 -5r,8s 1 1 -5s,8t 1 1 -5t,8u 1 1 -5u,8x 1 1 -5x,8y 1 1 -5y,8z 1 1 -5x,90 1 1 -5' +
  'y,91 1 1 -5z,92 1 1 -60,93 1 1 -61,94 1 2 -62,96 1 2 1,98 1 1 -65,99 1 1 -66,9a 1 1 -67,9b 1 1 -68,9' +
  'c 1 1 -69,9d 1 1 -6a,9e 1 2 1,9g 1 1 -6a,9h 1 1 -6b,9i 1 1 -6c,9j 1 1 -6d,9k 1 1 -6e,9l 2 1 -6f,9n 1' +
  ' 1 -6g,9o 1 1 -6h,9p 1 1 -6i,9q 1 1 -6j,9r 1 1 -6k,9s 1 1 -6l,9t 2 1 -6m,9v 1 1 -6n,9w 1 1 -6o,9x 1 ' +
  '1 -6p,9y 1 1 -6q,9z 2 1 -6r,a1 1 1 -6s,a2 1 1 -6t,a3 1 1 -6u,a4 1 1 -6v,a5 1 1 -6w,a6 1 1 -6x,a7 1 1' +
  ' -6y,a8 1 1 -6z,a9 1 1 -70,aa 1 1 -71,ab 1 1 -72,ac 1 1 -71,ad 1 1 -72,ae 1 1 -71,af 1 1 -72,ag 2 1 ' +
  '-73,ai 1 1 -74,aj 1 1 -75,ak 1 1 -76,al 1 1 -77,am 1 1 -78,an 1 1 -7g,ao 1 1 -7y,ap 1 1 -7z,aq 1 1 -' +
  '80,ar 1 1 -81,as 1 2 1,au 1 1 5q,av 1 1 -84,aw 2 1 -85,ay 1 1 -86,az 1 1 -87,b0 1 2 -88,b2 1 1 27,b3' +
  ' 1 1 5m,b4 1 1 5n,b5 1 1 -8b,b6 2 1 -8c,b8 1 2 5r,ba 1 1 5v,bb 1 1 -8e,bc 1 1 -8d,bd 2 1 -8e,bg 1 1 ' +
  '5v,bh 1 1 -8f,bi 1 1 -8g,bj 1 1 5y,bk 1 1 -8h,bl 1 1 -8i,bm 1 2 1,bo 1 1 -8k,bp 1 1 -8l,bq 1 1 62,br' +
  ' 1 2 1,bt 1 2 62,bv 1 1 -8n,bw 1 1 -8o,bx 1 1 -8p,by 2 1 -8q,c0 1 1 -8r,c1 1 1 61,c2 1 1 -8s,c3 1 1 ' +
  '-8q,c4 2 1 -8r,c6 1 1 -8s,c7 1 1 63,c8 1 1 1,cc 1 1 1,ct 1 1 -a4,cu 1 1 -a5,cv 1 1 -9y,cw 1 1 -9z,cx' +
  ' 1 1 -9u,cy 1 1 -9v,cz 1 1 -9q,d0 1 1 -9r,d1 1 1 -9s,d2 1 1 -9t,d3 1 1 -9u,d4 1 1 -9v,d5 1 1 -9w,d6 ' +
  '1 1 -9x,d7 1 1 -9y,d8 1 2 -9z,da 1 1 -al,db 1 1 -am,dc 1 1 -an,dd 1 1 -ao,de 1 1 -70,df 1 1 -71,dg 1' +
  ' 1 -al,dh 1 1 -am,di 1 1 -an,dj 1 1 -ao,dk 1 1 -al,dl 1 1 -am,dm 1 1 -aj,dn 1 1 -ak,do 1 1 -al,dp 1 ' +
  '1 -am,dq 1 1 4k,dr 1 1 4j,ds 1 1 -au,dw 1 1 -b1,dx 1 1 -b2,dy 1 1 -2p,dz 1 1 -1k,e0 1 1 -ay,e1 1 1 -' +
  'az,e2 1 1 -bd,e3 1 1 -be,e4 1 1 -7q,e5 1 1 -7r,e6 1 1 -b3,e7 1 1 -b4,e8 1 1 -bj,e9 1 1 -bk,ea 1 1 -b' +
  'l,eb 1 1 -bm,ec 1 1 -bj,ed 1 1 -bk,ee 1 1 -bl,ef 1 1 -bm,eg 1 1 -bj,eh 1 1 -bk,ei 1 1 -bl,ej 1 1 -bm' +
  ',ek 1 1 -bh,el 1 1 -bi,em 1 1 -bj,en 1 1 -bk,eo 1 1 -bi,ep 1 1 -bj,eq 1 1 -bk,er 1 1 -bl,es 1 1 -bj,' +
  'et 1 1 -bk,eu 1 1 -bl,ev 1 1 -bm,ew 1 1 -bp,ex 2 1 -bq,ez 1 1 -br,f0 1 2 1,f2 1 1 -c6,f3 1 1 -c7,f4 ' +
  '1 1 -c2,f5 1 1 -cd,f6 1 2 1,f8 1 1 -bu,f9 1 1 -bv,fa 1 1 -cl,fb 1 1 -cm,fc 1 1 -cj,fd 1 1 -ck,fe 1 1' +
  ' -cb,ff 1 1 -cc,fg 1 1 -cd,fh 1 1 -ce,fi 1 1 -cf,fj 1 1 -cg,fk 1 1 -ch,fl 1 1 -ci,fm 1 1 -c9,fn 1 1 ' +
  '-ca,fo 1 1 -co,fp 1 1 -cn,fq 1 1 -ci,fu 1 1 -d5,fv 1 1 -d4,fw 1 1 -d5,fx 1 1 -cx,fy 1 1 -cq,fz 1 1 -' +
  'cs,g0 1 1 -cm,g1 1 2 1,g3 1 1 -dd,g4 1 1 1x,g5 1 1 1z,g6 1 1 -dd,g7 1 1 -de,g8 1 1 -da,g9 1 1 -db,ga' +
  ' 1 1 -d5,gb 2 1 -d6,gd 1 1 -d7,ge 1 1 -d1,gf 1 1 -d2,gj 1 2 -dt,gl 2 1 -du,gn 1 1 -dv,gw 1 1 -e1,h2 ' +
  '1 2 -e6,h4 1 1 -e7,h7 1 1 -e7,h8 1 1 -e8,h9 1 1 -e9,hd 2 1 -ec,hf 1 1 -ed,ho 1 1 -ei,hp 1 1 -ej,hq 1' +
  ' 1 -ek,hu 1 1 -en,i0 1 1 -es,i3 1 1 -et,i8 1 1 -eu,i9 1 1 -ev,il 1 1 -fn,io 1 1 -fj,j4 1 1 -g8,j5 1 ' +
  '1 -g9,j6 1 1 -g8,j7 1 1 -g1,j8 1 1 -1n,j9 1 1 -1m,ja 1 1 -1h,jb 1 1 -g0,jc 1 1 -fz,kg 1 1 -3h,kh 1 1' +
  ' -hh,ki 1 1 -hb,kj 1 1 -h7,kk 1 1 -27,og 2 2 1,ok 1 2 -57,om 1 1 1,ov 1 1 38,p2 1 2 17,p4 1 1 19,p5 ' +
  '1 1 1a,p6 1 2 1b,p8 1 2 1f,pa 1 1 1j,pb 1 1 1m,pc 1 1 15,pd h 1 w,pv 7 1 w,q2 1 1 f,q3 1 1 q,q4 1 1 ' +
  '5,q5 1 1 8,q6 1 1 9,q7 1 1 a,q8 1 1 l,qq 1 1 1,qy 1 1 -h,qz 1 1 -6,r0 1 1 -d,r1 1 1 -8,r2 1 1 -5,r3 ' +
  '1 1 8,r4 1 1 -u,r5 1 1 -p,r6 1 1 -d,r7 1 1 -e,r8 2 1 -f,ra 1 2 -m,rc c 2 1,s0 1 1 -1i,s1 1 1 -1c,s2 ' +
  '1 2 -1b,s4 1 1 -1o,s5 1 2 -1s,s7 1 2 1,s9 1 1 -1i,sa 1 1 1,sd 3 1 -3m,sg 1 1 1h,sh 1 1 1g,si 1 1 28,' +
  'sj 1 1 1c,sk 3 1 28,sn 1 1 27,so 4 1 28,ss 1 1 1a,st 1 1 17,su 1 1 1h,sv 1 1 28,sw 9 1 w,t5 1 1 v,t6' +
  ' m 1 w,u1 1 1 -1,uo 1 1 -r,up 1 2 -s,ur 1 1 -w,uv 1 1 -1,v0 1 1 -y,v1 1 1 -11,v2 1 2 -r,v4 b 2 1,vq ' +
  '1 1 -1,vr 1 1 -2,vs 5 2 1,wa r 2 1,xs 1 1 f,xt 1 1 -3v,xu 1 1 -3w,xv 6 2 1,y8 1 1 -4g,y9 1 1 -4h,ya ' +
  '1 1 -4i,yb 1 1 -4j,yc 1 2 1,ye 1 1 -4h,yf 1 1 -4i,yg 1 2 1,yi 1 1 -1,yj 1 1 -2,yk 1 1 -4m,yl 2 1 -4n' +
  ',yn 1 1 -4o,yo 1 2 1,yq 1 1 -4q,yr 1 1 -4r,ys 1 1 -4s,yt 1 1 -4t,yu 1 1 -4o,yv 1 1 -4p,yw 1 2 1,yy 1' +
  ' 1 -1,yz 1 1 -2,z0 1 1 -4f,z1 1 1 -4g,z2 1 1 -4r,z3 1 1 -4s,z4 1 1 -4t,z5 1 1 -4u,z6 1 1 -4v,z7 1 1 ' +
  '-4w,z8 1 1 -4t,z9 1 1 -4u,za 1 2 1,zc 1 1 -4t,zd 1 1 -4u,ze r 2 1,10x 12 1 1c,17m 1 1 5,17n 1 1 4,17' +
  'o 1 1 10,17p 1 1 2,17q 1 1 10,17t 1 1 u,18p 1 1 1,19c a 1 -180,19t 1 1 -22,19u 1 1 -23,19v 1 1 -24,1' +
  'bd 1 1 -2u,1be 1 1 -2v,1c0 1 1 -3d,1c1 1 1 -3e,1c2 1 1 -3f,1c3 1 1 -3g,1cc 1 1 -3m,1cl 1 1 -3y,1dc a' +
  ' 1 -1c0,1j4 a 1 -1hs,1uu a 1 -1ti,1ye a 1 -1x2,21y a 1 -20m,25i a 1 -246,292 a 1 -27q,2cm a 1 -2ba,2' +
  'g6 a 1 -2eu,2jq a 1 -2ie,2na a 1 -2ly,2qu a 1 -2pi,2ts a 1 -2sg,2xc a 1 -2w0,2zk a 1 -2y8,37k a 1 -3' +
  '68,39s a 1 -38g,3a8 12 1 5ls,3bb 1 1 5ls,3bh 1 1 5ls,3cs 1 1 -w,3y0 6 1 -8,4ps a 1 -4og,4r4 a 1 -4ps' +
  ',4zq a 1 -4ye,53k a 1 -528,58g a 1 -574,58w a 1 -57k,5e8 a 1 -5cw,5gw a 1 -5fk,5kw a 1 -5jk,5lc a 1 ' +
  '-5k0,5mo 1 1 -4su,5mp 1 1 -4st,5mq 1 1 -4sk,5mr 2 1 -4si,5mt 1 1 -4sj,5mu 1 1 -4sc,5mv 1 1 -4ro,5mw ' +
  '1 1 r7n,5mx 1 1 1,5n4 17 1 -2bk,5od 3 1 -2bk,5rg 1 1 -5or,5rh 1 1 -5l3,5ri 2 2 -5os,5rl 1 1 -5os,5rm' +
  ' 1 1 -5ed,5rn 8 1 -5os,5rw 1 1 -5ot,5rx 1 1 -5cq,5ry 1 1 -5ou,5rz 1 1 -5ot,5s0 2 1 -5os,5s2 1 1 -5or' +
  ',5s3 1 1 -5pe,5s4 2 1 -5bo,5s6 1 1 -1w,5s7 1 1 -5ph,5s8 2 1 -5pg,5sa 1 1 -5bl,5sb 2 1 -5bk,5sd 1 2 -' +
  '5pi,5sf 1 1 -5pg,5sg 1 1 -5pf,5sh 1 1 -5ja,5si 1 1 -5pf,5sj 1 1 -5bz,5sk 2 1 -1q,5sm 1 1 -5pi,5sn 2 ' +
  '1 -5pf,5sp 1 1 -1o,5sq 1 1 -5bf,5sr 1 1 -5ph,5ss 1 1 -1j,5st 3 1 -52j,5sw 2 1 -522,5sy 1 1 -5q1,5sz ' +
  '1 1 -5pt,5t0 2 1 -5pr,5t2 2 1 -52s,5t4 1 1 -52f,5t5 2 1 -52b,5t8 1 1 -5qi,5t9 1 1 -5qh,5ta 1 1 -5qg,' +
  '5tb 2 1 -5qa,5td 1 1 -5q9,5te 1 1 -5q8,5tf 3 1 -5q9,5ti 1 2 -5q4,5tk 1 1 -4zf,5tp 1 1 -5ql,5ts 1 1 -' +
  '5r2,5tt 1 1 -5r1,5tu 2 1 -5r0,5tw 4 1 -5qx,5u0 1 1 -5qw,5u1 2 1 -5qv,5u4 1 1 -5qu,5u5 1 1 -5qt,5u6 1' +
  ' 1 -5qs,5u7 1 2 -5ri,5u9 2 1 -5rh,5ue 1 1 -5rh,5uh 1 2 -5r8,5uj 1 1 -5e1,5uk 1 1 -5rt,5ul 1 1 -5ru,5' +
  'um 1 1 -5ny,5un 1 1 -5dv,5uo 1 1 -5ru,5up 1 1 -5du,5uq 1 1 -5dt,5ur 1 1 -5dq,5us 1 1 -5rv,5ut 2 1 -5' +
  'do,5uv 1 1 -18,5uw 1 1 -5ry,5ux 1 1 -5rx,5uy 1 1 -5ry,5uz 1 1 -5cc,5v0 1 1 -5rz,5v1 1 1 -5dp,5v2 1 1' +
  ' -5s0,5v3 1 1 -5s1,5v4 2 1 -5do,5v6 1 1 -5dm,5v7 1 1 -5s0,5v8 1 1 -5dd,5v9 1 1 -5s1,5va 2 1 -5d9,5vc' +
  ' 1 1 -4c,5vd 1 1 -5s3,5ve 1 1 -5da,5vf 1 1 -5s1,5vg 1 1 -5s2,5vh 1 1 -5s3,5vi 1 1 -5d8,5vj 1 1 -553,' +
  '5xc 1 1 -5un,5xd 2 1 -5uo,5xf 1 1 -5up,5xg 1 1 -5uq,5xh 1 1 -5ur,5xi 1 1 -5us,5xj 2 1 -5ut,5xl 2 1 -' +
  '5uu,5xn 1 1 -5uv,5xo 1 1 -5uw,5xp 1 1 -5ux,5xq 1 1 -5uy,5xr 1 1 -5uz,5xs 1 1 -5v0,5xt 1 1 -5v1,5xu 1' +
  ' 1 -5v2,5xv 2 1 -5v3,5xx 1 1 -5v4,5xy 1 1 -5v5,5xz 1 1 -5v6,5y0 1 1 -5v7,5y1 1 1 -5v8,5y2 1 1 -5v9,5' +
  'y3 1 1 -5va,5y4 1 1 -5vb,5y5 2 1 -5vc,5y7 2 1 -5vd,5y9 2 1 -5ve,5yb 1 1 -5vf,5yc 1 1 -5vg,5yd 1 1 -5' +
  'vh,5ye 1 1 -5vi,5yf 1 1 -5vj,5yg 1 1 -5vk,5yh 1 1 -5vl,5yi 1 1 -5vm,5yj 2 1 -5vn,5yl 1 1 -5vo,5ym 1 ' +
  '1 -5vp,5yn 1 1 -5vq,5yo 1 1 -5vp,5yp 1 1 -5vq,5yq 1 1 -5vr,5yr 1 1 -5vs,5ys 1 1 -5vt,5yt 2 1 -5vu,5y' +
  'v 1 1 -5vv,5yw 1 1 -5vw,5yx 1 1 -5vx,5yy 1 1 -5vy,5yz 1 1 -5vz,5z0 1 1 -5w0,5z1 2 1 -5w1,5z3 1 1 -5w' +
  '2,5z4 1 1 -5w3,5z5 1 1 -5w4,5z6 1 1 -5w5,5z7 2 1 -5w6,5z9 1 1 -5w7,5za 1 1 -5w8,5zb 1 1 -5w9,5zc 1 1' +
  ' -5wa,5zd 1 1 -5wb,5ze 1 1 -5wc,5zf 2 1 -5wd,5zh 1 1 -5we,5zi 1 1 -5wf,5zj 1 1 -5wg,5zk 1 1 -5wh,5zl' +
  ' 1 1 -5wi,5zm 1 1 -5wj,5zn 2 1 -5wk,5zp 1 1 -5wl,5zq 1 1 -5wm,5zr 1 1 -5wn,5zs 1 1 -5wm,5zt 1 1 -5wn' +
  ',5zu 1 1 -5wo,5zv 1 1 -5wp,5zw 1 1 -5wq,5zx 1 1 -5wr,5zy 1 1 -5ws,5zz 2 1 -5wt,601 1 1 -5wu,602 1 1 ' +
  '-5wv,603 1 1 -5ww,604 1 1 -5wx,605 1 1 -5wy,606 1 1 -5wz,607 1 1 -5x0,608 1 1 -5x1,609 2 1 -5x2,60b ' +
  '1 1 -5x3,60c 1 1 -5x4,60d 1 1 -5x5,60e 1 1 -5x6,60f 1 1 -5x7,60g 1 1 -5x8,60h 2 1 -5x9,60j 1 1 -5xa,' +
  '60k 1 1 -5xb,60l 1 1 -5xc,60m 1 1 -5xd,60n 1 1 -5xe,60o 1 1 -5xf,60p 1 1 -5xg,60q 1 1 -5xh,60r 2 1 -' +
  '5xi,60t 1 1 -5xj,60u 1 1 -5xk,60v 2 1 -5xl,60x 1 1 -5xm,60y 1 1 -5xn,60z 1 1 -5xo,610 1 1 -5xp,611 1' +
  ' 1 -5xq,612 1 1 -5xr,613 1 1 -5xs,614 1 1 -5xt,615 2 1 -5xu,617 1 1 -5xv,618 1 1 -5xw,619 2 1 -5xx,6' +
  '1b 2 1 -5xy,61d 1 1 -5xz,61e 1 1 -5y0,61f 1 1 -5y1,61g 1 1 -5y2,61h 1 1 -5y3,61i 1 1 -5ym,61j 1 1 -5' +
  'yb,61k 1 1 -5y9,61l 1 2 -5y8,61n 1 1 -5yg,61s 1 1 -5z3,61t 1 1 -5z4,61u 1 1 -5z5,61v 1 1 -5z6,61w 1 ' +
  '1 -5z7,61x 1 1 -5z8,61y 1 1 -5z9,61z 1 1 -5za,620 1 1 -5zb,621 1 1 -5zc,622 1 1 -5zd,623 1 1 -5ze,62' +
  '4 1 1 -5zf,625 1 1 -5zg,626 1 1 -5zh,627 1 1 -5zi,628 1 1 -5zj,629 1 1 -5zk,62a 1 1 -5zl,62b 1 1 -5z' +
  'm,62c 1 1 -5zn,62d 1 1 -5zo,62e 1 1 -5zp,62f 1 1 -5zq,62g 1 1 -5zn,62h 1 1 -5zo,62i 1 1 -5zp,62j 1 1' +
  ' -5zq,62k 1 1 -5zr,62l 1 1 -5zs,62m 1 1 -5zt,62n 1 1 -5zu,62o 1 1 -5zv,62p 1 1 -5zw,62q 1 1 -5zx,62r' +
  ' 1 1 -5zy,62s 1 1 -5zz,62t 1 1 -600,62u 1 1 -601,62v 1 1 -602,62w 1 1 -5zz,62x 1 1 -600,62y 1 1 -601' +
  ',62z 1 1 -602,630 1 1 -5zx,631 1 1 -5zy,632 1 1 -5zz,633 1 1 -600,634 1 1 -601,635 1 1 -602,636 1 1 ' +
  '-603,637 1 1 -604,638 1 1 -605,639 1 1 -606,63a 1 1 -607,63b 1 1 -608,63c 1 1 -609,63d 1 1 -60a,63e ' +
  '1 1 -60b,63f 1 1 -60c,63g 1 1 -60d,63h 1 1 -60e,63i 1 1 -60f,63j 1 1 -60g,63k 1 1 -60h,63l 1 1 -60i,' +
  '63m 1 1 -60j,63n 1 1 -60k,63o 1 1 -60f,63p 1 1 -60g,63q 1 1 -60h,63r 1 1 -60i,63s 1 1 -60j,63t 1 1 -' +
  '60k,63u 1 1 -60l,63v 1 1 -60m,63w 1 1 -60n,63x 1 1 -60o,63y 1 1 -60p,63z 1 1 -60q,640 1 1 -60r,641 1' +
  ' 1 -60s,642 1 1 -60p,643 1 1 -60q,644 1 1 -60r,645 1 1 -60s,646 1 1 -60t,647 1 1 -60u,648 1 1 -60v,6' +
  '49 1 1 -60w,64a 2 2 1,64e 1 1 -611,64f 1 1 -612,64g 1 1 -5e7,64h 1 1 -5e8,64i 1 1 -5e9,64j 1 1 -5ea,' +
  '64k 1 1 -5eb,64l 1 1 -5ec,64m 1 1 -5ed,64n 1 1 -5ee,64o 1 1 -5ef,64p 1 1 -5eg,64q 1 1 -5eh,64r 1 1 -' +
  '5ei,64s 1 1 -5ej,64t 1 1 -5ek,64u 1 1 -5el,64v 1 1 -5em,64w 1 1 -5ej,64x 1 1 -5ek,64y 1 1 -5el,64z 1' +
  ' 1 -5em,650 1 1 -5en,651 1 1 -5eo,654 1 1 -5er,655 1 1 -5es,656 1 1 -5et,657 1 1 -5eu,658 1 1 -5ev,6' +
  '59 1 1 -5ew,65c 1 1 -5ex,65d 1 1 -5ey,65e 1 1 -5ez,65f 1 1 -5f0,65g 1 1 -5f1,65h 1 1 -5f2,65i 1 1 -5' +
  'f3,65j 1 1 -5f4,65k 1 1 -5f5,65l 1 1 -5f6,65m 1 1 -5f7,65n 1 1 -5f8,65o 1 1 -5f9,65p 1 1 -5fa,65q 1 ' +
  '1 -5fb,65r 1 1 -5fc,65s 1 1 -5fb,65t 1 1 -5fc,65u 1 1 -5fd,65v 1 1 -5fe,65w 1 1 -5ff,65x 1 1 -5fg,65' +
  'y 1 1 -5fh,65z 1 1 -5fi,660 1 1 -5fj,661 1 1 -5fk,662 1 1 -5fl,663 1 1 -5fm,664 1 1 -5fn,665 1 1 -5f' +
  'o,666 1 1 -5fp,667 1 1 -5fq,668 1 1 -5fl,669 1 1 -5fm,66a 1 1 -5fn,66b 1 1 -5fo,66c 1 1 -5fp,66d 1 1' +
  ' -5fq,66g 1 1 -5ft,66h 1 1 -5fu,66i 1 1 -5fv,66j 1 1 -5fw,66k 1 1 -5fx,66l 1 1 -5fy,66o 1 1 -5fv,66p' +
  ' 1 1 -5fw,66q 1 1 -5fx,66r 1 1 -5fy,66s 1 1 -5fz,66t 1 1 -5g0,66u 1 1 -5g1,66v 1 2 -5g2,66x 1 2 -5g4' +
  ',66z 1 2 -5g6,671 1 2 -5g8,673 1 1 -5ga,674 1 1 -5g7,675 1 1 -5g8,676 1 1 -5g9,677 1 1 -5ga,678 1 1 ' +
  '-5gb,679 1 1 -5gc,67a 1 1 -5gd,67b 1 1 -5ge,67c 1 1 -5gf,67d 1 1 -5gg,67e 1 1 -5gh,67f 1 1 -5gi,67g ' +
  '1 1 -5gj,67h 1 1 -5gk,67i 1 1 -5gl,67j 1 1 -5gm,67k 1 1 -5hb,67l 1 1 -5hc,67m 1 1 -5h9,67n 1 1 -5ha,' +
  '67o 1 1 -5h9,67p 1 1 -5ha,67q 1 1 -5h9,67r 1 1 -5ha,67s 1 1 -5h5,67t 1 1 -5h6,67u 1 1 -5h1,67v 1 1 -' +
  '5h2,67w 1 1 -5gz,67x 1 1 -5h0,680 1 1 -5hr,681 1 1 -5hs,682 1 1 -5ht,683 1 1 -5hu,684 1 1 -5hv,685 1' +
  ' 1 -5hw,686 1 1 -5hx,687 1 1 -5hy,688 1 1 -5hz,689 1 1 -5i0,68a 1 1 -5i1,68b 1 1 -5i2,68c 1 1 -5i3,6' +
  '8d 1 1 -5i4,68e 1 1 -5i5,68f 1 1 -5i6,68g 1 1 -5i1,68h 1 1 -5i2,68i 1 1 -5i3,68j 1 1 -5i4,68k 1 1 -5' +
  'i5,68l 1 1 -5i6,68m 1 1 -5i7,68n 1 1 -5i8,68o 1 1 -5i9,68p 1 1 -5ia,68q 1 1 -5ib,68r 1 1 -5ic,68s 1 ' +
  '1 -5id,68t 1 1 -5ie,68u 1 1 -5if,68v 1 1 -5ig,68w 1 1 -5hz,68x 1 1 -5i0,68y 1 1 -5i1,68z 1 1 -5i2,69' +
  '0 1 1 -5i3,691 1 1 -5i4,692 1 1 -5i5,693 1 1 -5i6,694 1 1 -5i7,695 1 1 -5i8,696 1 1 -5i9,697 1 1 -5i' +
  'a,698 1 1 -5ib,699 1 1 -5ic,69a 1 1 -5id,69b 1 1 -5ie,69c 1 1 -5j3,69d 1 1 -5j4,69e 1 1 -5j5,69f 1 1' +
  ' -5j6,69g 1 2 -5j7,69i 1 1 -5j9,69j 1 1 -5ja,69k 1 1 -5jb,69l 1 1 -5jc,69m 1 1 -5jd,69n 1 1 -5je,69o' +
  ' 1 2 -5jf,69q 1 1 -5j9,69u 1 1 -5jf,69v 1 1 -5jg,69w 1 2 -5jh,69y 1 1 -5jj,69z 1 1 -5jk,6a0 1 1 -5jn' +
  ',6a1 1 1 -5jo,6a2 1 1 -5jn,6a3 1 1 -5jo,6a4 1 1 -5jp,6a8 1 1 -5jr,6a9 1 1 -5js,6aa 1 1 -5jt,6ab 1 1 ' +
  '-5ju,6ae 1 1 -5jx,6af 1 1 -5jy,6ag 1 1 -5jz,6ah 1 1 -5k0,6ai 1 1 -5k1,6aj 1 1 -5k2,6ao 1 1 -5jv,6ap ' +
  '1 1 -5jw,6aq 1 1 -5jx,6ar 1 1 -5jy,6as 1 1 -5k3,6at 1 1 -5k4,6au 1 1 -5k1,6av 1 1 -5k2,6aw 1 1 -5k3,' +
  '6ax 1 1 -5k4,6ay 1 1 -5k5,6az 1 1 -5k6,6b0 1 1 -5kb,6b6 1 1 -5k9,6b7 1 1 -5ka,6b8 1 2 -5kb,6ba 1 1 -' +
  '5kd,6bb 1 1 -5ke,6bc 1 1 -5kp,6bd 1 1 -5kq,6be 1 1 -5kh,6bf 1 1 -5ki,6bg 1 1 -5kj,6eo 1 1 -6dc,6ep 1' +
  ' 1 -6bs,6es 6 1 -6dc,6f3 1 1 -6c1,6f4 a 1 -6ds,6fk 1 1 -6cv,6fl 1 1 -6cs,6fm 1 1 -6cj,6fn 1 1 -6cb,6' +
  'fo 1 1 -5yz,6fp 1 1 -6ct,6fq 4 1 -6cr,6fu 1 1 -6cq,6fv 2 1 -6co,6iq 1 1 -6fz,6iv 1 1 -624,6iy 2 1 -6' +
  'g3,6j0 1 1 -6g4,6j1 1 1 -6g5,6j2 1 1 -6g6,6j3 2 1 -6g7,6j5 1 1 -6g8,6j6 1 1 -6g6,6j7 2 2 -6g7,6jd 3 ' +
  '1 -6g9,6jg 1 1 -6ga,6jh 1 1 -6gb,6jo 1 2 -6ga,6jq 1 2 -5st,6js 1 2 -6ge,6ju 1 1 -6gv,6jv 3 1 -6h6,6j' +
  'z 1 1 -6h6,6k0 2 1 -6h7,6k2 1 1 s,6k3 1 1 -6h2,6k4 1 1 -6h1,6k5 4 1 -5et,6k9 1 1 -6hc,6kc 1 1 -5to,6' +
  'kd 1 1 -5u2,6ke 1 1 -5u3,6kf 1 1 -5tr,6kl 1 1 -6ht,6km 2 1 -6hu,6ko 2 1 -6hr,6lc 1 1 -6if,6lg 1 1 -6' +
  'i6,6ll 1 1 -6i9,6lo 1 1 -6io,6lp 2 1 -6iy,6lr 1 1 -6iq,6ls 1 1 -6iv,6lw 1 1 -6im,6m1 1 1 -6ip,6m4 1 ' +
  '1 -6j4,6m5 2 1 -6je,6m7 1 1 -6j6,6mb 1 1 1,76o 9 1 -75b,792 q 1 -76d,79s q 1 -773,7ai 1 1 -796,8ow 1' +
  'c 1 1c,8rk 1 1 -8ok,8rl 1 1 -8ol,8rm 1 1 -8om,8rn 1 1 -8oj,8ro 1 1 -8oi,8rp 1 1 -8p0,8rq 1 1 -8oi,8r' +
  'r 1 1 -8ov,8rs 1 1 -8ow,8rt 1 1 -8ou,8ru 1 1 -8ov,8rv 1 1 -8oh,8rw 1 1 -8oi,8rx 1 1 -8bg,8ry 1 1 -8o' +
  'x,8rz 1 1 -8bj,8s0 1 1 -8bi,8s1 2 1 -8or,8s3 1 1 -8os,8s4 1 1 -8ou,8s5 1 1 1,8s8 1 2 -8pf,8sa 1 2 -8' +
  'p7,8sc 1 1 -8pe,8sd 1 1 -8p3,8se 1 1 -8p7,8sf 1 1 -8p1,8sg 1e 2 1,8vf 2 2 1,8vm 1 1 1,8z3 1 1 -e,97j' +
  ' 1 1 c32,99v 1 1 m98,9a8 1 1 64g,9a9 1 1 65j,9aa 1 1 65w,9ab 1 1 664,9ac 1 1 66t,9ad 1 1 680,9ae 1 1' +
  ' 686,9af 1 1 68p,9ag 1 1 69e,9ah 1 1 6ra,9ai 1 1 6sb,9aj 1 1 6sg,9ak 1 1 6t2,9al 1 1 6tl,9am 1 1 6u5' +
  ',9an 1 1 6vl,9ao 1 1 6w5,9ap 1 1 6wf,9aq 1 1 70p,9ar 1 1 73a,9as 1 1 741,9at 1 1 745,9au 1 1 74y,9av' +
  ' 1 1 756,9aw 1 1 75w,9ax 1 1 768,9ay 1 1 76w,9az 1 1 78b,9b0 1 1 78s,9b1 1 1 79i,9b2 1 1 7uh,9b3 1 1' +
  ' 7wg,9b4 1 1 897,9b5 1 1 89t,9b6 1 1 8a0,9b7 1 1 8aa,9b8 1 1 8ar,9b9 1 1 8cu,9ba 1 1 8q2,9bb 1 1 8rd' +
  ',9bc 1 1 8uo,9bd 1 1 8va,9be 1 1 8vs,9bf 1 1 8wd,9bg 1 1 8xu,9bh 1 1 8xw,9bi 1 1 97x,9bj 1 1 986,9bk' +
  ' 1 1 98h,9bl 1 1 98t,9bm 1 1 9c0,9bn 1 1 651,9bo 1 1 9cb,9bp 1 1 9fj,9bq 1 1 9fs,9br 1 1 9g4,9bs 1 1' +
  ' 9gb,9bt 1 1 9hz,9bu 1 1 9if,9bv 1 1 9iw,9bw 1 1 9l3,9bx 1 1 a17,9by 1 1 a2h,9bz 1 1 a30,9c0 1 1 anj' +
  ',9c1 1 1 ann,9c2 1 1 apx,9c3 1 1 aqc,9c4 1 1 aqo,9c5 1 1 ar8,9c6 1 1 asa,9c7 1 1 ase,9c8 1 1 azs,9c9' +
  ' 1 1 b0f,9ca 1 1 b1a,9cb 1 1 bth,9cc 1 1 bva,9cd 1 1 bvw,9ce 1 1 bxh,9cf 1 1 by4,9cg 1 1 byc,9ch 1 1' +
  ' byi,9ci 1 1 bzx,9cj 1 1 c01,9ck 1 1 c0w,9cl 1 1 cuu,9cm 1 1 d78,9cn 1 1 d7j,9co 1 1 d7n,9cp 1 1 d7q' +
  ',9cq 1 1 d7x,9cr 1 1 d8e,9cs 1 1 d8f,9ct 1 1 dan,9cu 1 1 dgm,9cv 1 1 dgq,9cw 1 1 dq4,9cx 1 1 dqd,9cy' +
  ' 1 1 drq,9cz 1 1 drw,9d0 1 1 ds4,9d1 1 1 dsb,9d2 1 1 dut,9d3 1 1 duz,9d4 1 1 e1a,9d5 1 1 e1g,9d6 1 1' +
  ' e2s,9d7 1 1 e38,9d8 1 1 e4i,9d9 1 1 eb2,9da 1 1 eb8,9db 1 1 ebo,9dc 1 1 ekq,9dd 1 1 eo7,9de 1 1 eoc' +
  ',9df 1 1 etd,9dg 1 1 evr,9dh 1 1 ex0,9di 1 1 f7h,9dj 1 1 fb5,9dk 1 1 fr2,9dl 1 1 frs,9dm 1 1 ftc,9dn' +
  ' 1 1 fuq,9do 1 1 fwl,9dp 1 1 fwv,9dq 1 1 fx0,9dr 1 1 fxw,9ds 1 1 fzz,9dt 1 1 g08,9du 1 1 g9t,9dv 1 1' +
  ' g9z,9dw 1 1 ga7,9dx 1 1 gaf,9dy 1 1 gau,9dz 1 1 gb8,9e0 1 1 gbb,9e1 1 1 gdh,9e2 1 1 gdk,9e3 1 1 gdp' +
  ',9e4 1 1 h4x,9e5 1 1 h5q,9e6 1 1 hiq,9e7 1 1 hj1,9e8 1 1 hjn,9e9 1 1 hrh,9ea 1 1 htb,9eb 1 1 htr,9ec' +
  ' 1 1 hv0,9ed 1 1 iaq,9ee 1 1 ib4,9ef 1 1 ibi,9eg 1 1 icg,9eh 1 1 ih0,9ei 1 1 iiy,9ej 1 1 ij9,9ek 1 1' +
  ' il3,9el 1 1 iry,9em 1 1 ix4,9en 1 1 iyk,9eo 1 1 iz4,9ep 1 1 iz8,9eq 1 1 j5b,9er 1 1 jae,9es 1 1 jdu' +
  ',9et 1 1 jdz,9eu 1 1 je3,9ev 1 1 k48,9ew 1 1 k74,9ex 1 1 k8j,9ey 1 1 kcs,9ez 1 1 kcu,9f0 1 1 ke4,9f1' +
  ' 1 1 kh0,9f2 1 1 khc,9f3 1 1 khf,9f4 1 1 khl,9f5 1 1 kl1,9f6 1 1 kl7,9f7 1 1 klc,9f8 1 1 kox,9f9 1 1' +
  ' krd,9fa 2 1 krs,9fc 1 1 kwu,9fd 1 1 kww,9fe 1 1 l2q,9ff 1 1 l4d,9fg 1 1 l5o,9fh 1 1 l5u,9fi 1 1 amx' +
  ',9fj 1 1 l80,9fk 1 1 l82,9fl 1 1 l8b,9fm 1 1 lh6,9fn 1 1 lss,9fo 1 1 71c,9fp 1 1 lve,9fq 1 1 lwg,9fr' +
  ' 1 1 lx0,9fs 1 1 lx8,9ft 1 1 lxg,9fu 1 1 lxj,9fv 1 1 lym,9fw 1 1 lyq,9fx 1 1 lz5,9fy 1 1 lz9,9fz 1 1' +
  ' lzl,9g0 1 1 m0b,9g1 1 1 m0v,9g2 1 1 m25,9g3 1 1 m2u,9g4 2 1 m2z,9iw 1 1 6x5,9ix 2 1 6x7,9pt 2 1 -6c' +
  'x,9pw 1 1 -6cy,9pz 3 1 -6d0,9q8 1 1 -6cm,9q9 3 1 -6d7,9qc 1 1 -6cj,9qd a 1 -6d8,9r9 2 1 -6dt,9rb 2 1' +
  ' -68w,9rd 1 1 -68t,9re 1 1 -68s,9rf 1 1 -68o,9rg 1 1 -68l,9rh 1 1 -68k,9ri 1 1 -6du,9rj 1 1 -68i,9rk' +
  ' 1 1 -68h,9rl 2 1 -6dw,9rn 1 1 -6dv,9ro 2 1 -6du,9rq 1 1 -6dr,9rr 1 1 -6dq,9rs 5 1 -6dp,9rx 1 1 -6dn' +
  ',9ry 1 1 -6dk,9rz 1 1 -6db,9s0 1 1 -6d5,9s1 1 1 -6d1,9s2 2 1 -68h,9s4 3 1 -6ct,9s7 2 1 -6bn,9s9 1 1 ' +
  '-6bl,9sa 2 1 -6bd,9sc 1 1 -6bc,9sd 1 1 -6b3,9se 1 1 -6b1,9si 1 1 5m6,9sj 1 1 5q1,9sk 1 1 5md,9sl 1 1' +
  ' 7d2,9sm 1 1 5mc,9sn 1 1 5na,9so 1 1 5mb,9sp 1 1 dcp,9sq 1 1 5of,9sr 1 1 5mm,9ss 1 1 5lx,9st 1 1 7t8' +
  ',9su 1 1 7f6,9sv 1 1 5qz,9xg 1 1 joq,9xh 1 1 8qf,9xi 1 1 a4h,9xj 1 1 efq,9y8 1 1 -6lc,9y9 2 1 -6lb,9' +
  'yb 3 1 -6la,9ye 1 1 -6l9,9yf 2 1 -6l8,9yh 5 1 -6l7,9ym 1 1 o0i,9yn 1 1 ox5,9yo 1 1 pdg,9yp 1 1 qa3,9' +
  'yq 1 1 qqe,9yr 1 1 r6p,9ys 1 1 s3c,9yt 1 1 szz,9yu 1 1 tga,9yv 1 1 ucx,9yw 1 1 ut8,9yx 1 1 v9j,9yy 1' +
  ' 1 vpu,9yz 1 1 w65,9z2 1 2 t9u,9z4 1 1 5fk,9z5 1 1 5jf,9z6 1 1 5fr,9z7 1 1 76g,9z8 1 1 5jk,9z9 1 1 6' +
  '3s,9za 1 1 5fh,9zb 1 1 63o,9zc 1 1 5hx,9zd 1 1 6go,9ze 1 1 ada,9zf 1 1 c80,9zg 1 1 be0,9zh 1 1 ae3,9' +
  'zi 1 1 itf,9zj 1 1 780,9zk 1 1 a51,9zl 1 1 al5,9zm 1 1 ad3,9zn 1 1 dyj,9zo 1 1 6m1,9zp 1 1 cmc,9zq 1' +
  ' 1 hvw,9zr 1 1 dza,9zs 1 1 6cc,9zt 1 1 e2n,9zu 1 1 d5p,9zv 1 1 7o8,9zw 1 1 ig6,9zx 1 1 5mj,9zy 1 1 6' +
  'he,9zz 1 1 bih,a00 1 1 k49,a01 1 1 5m8,a02 1 1 647,a03 1 1 b7k,a04 1 1 5eu,a05 1 1 5fs,a06 1 1 5et,a' +
  '07 1 1 8jj,a08 1 1 6kr,a09 1 1 6fm,a0a 1 1 831,a0b 1 1 81n,a0c 1 1 dgl,a0d 1 1 5lg,a0e 1 1 hw6,a0f 1' +
  ' 1 6g0,a0g 1 1 7l8,a1c 1 1 -fi,a1d 1 1 -fh,a1e 1 1 -fg,a1f 1 1 -ff,a1g 2 1 -fe,a1i 1 1 -fd,a1j 1 1 -' +
  'fc,a1k 1 1 -fb,a1l 1 1 -fa,a1m 1 1 -f9,a1n 1 1 -f8,a1o 1 1 -f7,a1p 1 1 -f6,a1q 1 1 -f5,a1r 1 1 -f4,a' +
  '1s 1 1 -f3,a1t 1 1 -f1,a1u 1 1 -f0,a1v 1 1 -ez,a1w 6 1 -ey,a22 1 1 -ew,a23 1 1 -eu,a24 1 1 -es,a25 1' +
  ' 1 -eq,a26 5 1 -eo,a2b 1 1 -en,a2c 1 1 -em,a2d 6 1 -el,a2j 4 1 -ek,wtc a 1 -ws0,wu8 n 2 1,ww0 e 2 1,' +
  'wws 1 1 -w2a,wwt 1 1 -w29,x0i 7 2 1,x0y 7 2 1,x1c 1 1 -wyd,x1d 1 1 -wye,x1e 1 1 -wyf,x1f 1 1 -wyg,x1' +
  'g 1 1 -wyh,x1h 1 1 -wyi,x1i 1 2 1,x1k 1 1 -wyk,x1l 1 1 -wyl,x1m 1 1 -wyj,x1n 1 1 -wyk,x1o 1 1 -wyl,x' +
  '1p 1 1 -wym,x1q 1 2 1,x1s 1 1 -wyo,x1t 1 1 -wyp,x1u 1 1 -wyq,x1v 1 1 -wyr,x1w 1 1 -wys,x1x 2 1 -wyt,' +
  'x1z 1 1 -wyu,x20 1 1 -wyv,x21 1 1 -wyw,x22 2 2 1,x26 1 1 -wyw,x27 1 1 -wyx,x28 8 2 1,x2o 1 1 -1,x2x ' +
  '2 2 1,x31 1 1 -r9g,x32 5 2 1,x3h 1 1 -wmg,x3i 2 2 -x0i,x3l 1 1 -x0j,x3m 1 1 -x0v,x3n 1 1 -x0w,x3o 1 ' +
  '1 -x0x,x3p 1 1 -x0t,x3q 1 1 -x10,x3r 1 1 -x11,x3s 1 1 -x0y,x3t 1 1 -x0z,x3u 3 2 1,x40 1 1 -x15,x41 1' +
  ' 1 -x16,x42 1 1 -x13,x43 1 1 -x14,x44 1 1 -x12,x45 1 1 -x13,x46 1 1 -x10,x47 2 1 -x11,x49 1 1 -x12,x' +
  '4a 1 1 -x1e,x4b 1 1 -wnj,x4c 1 1 -wnf,x4d 1 1 -x1d,x4e 1 2 -wn8,x4g 1 1 -wlu,x4h 1 1 -wmi,x4i 1 1 -x' +
  '1k,x4j 1 1 ps,x4k 2 2 1,x4o 1 1 -x1f,x4p 1 1 -x1g,x4q 5 2 1,x50 1 1 -x29,x51 1 1 -x1u,x52 1 1 -x1o,x' +
  '53 1 1 -x2b,x54 1 1 -x2c,x55 1 1 -x1y,x56 1 1 -x1z,x57 1 1 -wo7,x58 1 1 -x21,x59 1 1 -x22,x5c 1 1 1,' +
  'x5i 3 2 1,x5o 1 1 -wu9,x69 1 1 -x32,x6a 1 1 -x3j,x6b 1 1 -x3h,x6c 1 1 -x37,x6d 1 1 1,x6g 1 1 -x3k,x6' +
  'h 1 1 -wx2,xcg a 1 -xb4,xds a 1 -xcg,xjk a 1 -xi8,xkg a 1 -xj4,xn4 a 1 -xls,xtg 1 1 -xqn,xtj 1 1 -xq' +
  'j,xtk 1 1 -xqk,xtl 3 1 -xql,xu1 1 1 -xqv,xu6 1 1 -xqx,xua 1 1 -xr1,xue 1 1 -xr2,xuf 1 1 -xr3,xug 1 1' +
  ' -xr4,xuh 2 1 -xr5,xuk 1 1 -tx,xul 1 1 -xrl,xum 1 1 -xrm,xun 1 1 -xre,xux 1 1 -xcs,xv4 28 1 -tzk,xyo' +
  ' a 1 -xxc,1d6o 1 1 -uwu,1d6p 1 1 -sul,1d6q 1 1 -kv0,1d6r 1 1 -lad,1d6s 1 1 -rar,1d6t 1 1 -xqr,1d6u 1' +
  ' 1 -wm9,1d6v 1 1 -hns,1d6w 1 1 -hnt,1d6x 1 1 -vjs,1d6y 1 1 -ke1,1d6z 1 1 -was,1d70 1 1 -vk4,1d71 1 1' +
  ' -tvf,1d72 1 1 -ptc,1d73 1 1 -o1k,1d74 1 1 -n3n,1d75 1 1 -mdz,1d76 1 1 -m56,1d77 1 1 -kpk,1d78 1 1 -' +
  'xqc,1d79 1 1 -rne,1d7a 1 1 -qwt,1d7b 1 1 -qbd,1d7c 1 1 -n2z,1d7d 1 1 -khb,1d7e 1 1 -iok,1d7f 1 1 -xp' +
  'm,1d7g 1 1 -wpz,1d7h 1 1 -sni,1d7i 1 1 -qxo,1d7j 1 1 -x4f,1d7k 1 1 -hya,1d7l 1 1 -ux3,1d7m 1 1 -rb1,' +
  '1d7n 1 1 -myu,1d7o 1 1 -m40,1d7p 1 1 -tp8,1d7q 1 1 -noc,1d7r 1 1 -miu,1d7s 1 1 -uhq,1d7t 1 1 -suq,1d' +
  '7u 1 1 -rls,1d7v 1 1 -qi7,1d7w 1 1 -km6,1d7x 1 1 -sso,1d7y 1 1 -x2v,1d7z 1 1 -wvw,1d80 1 1 -tj1,1d81' +
  ' 1 1 -s6w,1d82 1 1 -qzt,1d83 1 1 -wr5,1d84 1 1 -nxv,1d85 1 1 -nf3,1d86 1 1 -mp3,1d87 1 1 -l6w,1d88 1' +
  ' 1 -jd2,1d89 1 1 -ibc,1d8a 1 1 -hxp,1d8b 1 1 -pf3,1d8c 1 1 -p88,1d8d 1 1 -o5a,1d8e 1 1 -n79,1d8f 1 1' +
  ' -uei,1d8g 1 1 -hxd,1d8h 1 1 -lmv,1d8i 1 1 -vy6,1d8j 1 1 -ugv,1d8k 1 1 -ow8,1d8l 1 1 -nwa,1d8m 1 1 -' +
  'qn8,1d8n 1 1 -pdp,1d8o 1 1 -lc6,1d8p 1 1 -jf6,1d8q 1 1 -vy0,1d8r 1 1 -uzu,1d8s 1 1 -seo,1d8t 1 1 -rq' +
  'b,1d8u 1 1 -rb3,1d8v 1 1 -oio,1d8w 1 1 -o57,1d8x 1 1 -jk6,1d8y 1 1 -ww0,1d8z 1 1 -nuw,1d90 1 1 -x2x,' +
  '1d91 1 1 -x3d,1d92 1 1 -p4q,1d93 1 1 -o6k,1d94 1 1 -n6v,1d95 1 1 -jj8,1d96 1 1 -llr,1d97 1 1 -tqk,1d' +
  '98 1 1 -xsc,1d99 1 1 -llv,1d9a 1 1 -xt1,1d9b 1 1 -v6m,1d9c 1 1 -ua6,1d9d 1 1 -qfu,1d9e 1 1 -uhs,1d9f' +
  ' 1 1 -wuk,1d9g 1 1 -pd5,1d9h 1 1 -xie,1d9i 1 1 -vo9,1d9j 1 1 -xui,1d9k 1 1 -rrw,1d9l 1 1 -t89,1d9m 1' +
  ' 1 -ojs,1d9n 1 1 -wq1,1d9o 1 1 -vta,1d9p 1 1 -prg,1d9q 1 1 -woo,1d9r 1 1 -lmj,1d9s 1 1 -svk,1d9t 1 1' +
  ' -kw1,1d9u 1 1 -ru2,1d9v 1 1 -tpx,1d9w 1 1 -nf3,1d9x 1 1 -tlh,1d9y 1 1 -q35,1d9z 1 1 -xqh,1da0 1 1 -' +
  'xuc,1da1 1 1 -x4g,1da2 1 1 -smx,1da3 1 1 -onh,1da4 1 1 -nil,1da5 1 1 -lmg,1da6 1 1 -khb,1da7 1 1 -wy' +
  '6,1da8 1 1 -wob,1da9 1 1 -vm6,1daa 1 1 -ulu,1dab 1 1 -t6m,1dac 1 1 -rds,1dad 1 1 -pjf,1dae 1 1 -jns,' +
  '1daf 1 1 -irh,1dag 1 1 -xu3,1dah 1 1 -hx7,1dai 1 1 -wz3,1daj 1 1 -wsl,1dak 1 1 -wsm,1dal 1 1 -kyc,1d' +
  'am 1 1 -umy,1dan 1 1 -ub7,1dao 1 1 -u9x,1dap 1 1 -tfb,1daq 1 1 -rn7,1dar 1 1 -r13,1das 1 1 -qdh,1dat' +
  ' 1 1 -p8r,1dau 1 1 -o9f,1dav 1 1 -nyb,1daw 1 1 -ky9,1dax 1 1 -naf,1day 1 1 -kvw,1daz 1 1 2fl1,1db0 1' +
  ' 1 -x39,1db1 1 1 -wze,1db2 1 1 -wkh,1db3 1 1 -r13,1db4 1 1 -mam,1db5 1 1 -lnx,1db6 1 1 -ul5,1db7 1 1' +
  ' -ucu,1db8 1 1 -tnt,1db9 1 1 -s2a,1dba 1 1 -uq6,1dbb 1 1 -ql5,1dbc 1 1 -xqc,1dbd 1 1 -w4w,1dbe 1 1 -' +
  'v8p,1dbf 1 1 -v0e,1dbg 1 1 -uc0,1dbh 1 1 -qgr,1dbi 1 1 -nat,1dbj 1 1 -o45,1dbk 1 1 -nze,1dbl 1 1 -jx' +
  'q,1dbm 1 1 -ji4,1dbn 1 1 -r3y,1dbo 1 1 -j72,1dbp 1 1 -xm2,1dbq 1 1 -pdm,1dbr 1 1 -kjn,1dbs 1 1 -jk2,' +
  '1dbt 1 1 -u9v,1dbu 1 1 -xtg,1dbv 1 1 -xcx,1dbw 1 1 -v66,1dbx 1 1 -v3y,1dby 1 1 -t9h,1dbz 1 1 -xv3,1d' +
  'c0 1 1 -quq,1dc1 1 1 -q3u,1dc2 1 1 -n2e,1dc3 1 1 -kxy,1dc4 1 1 -ht7,1dc5 1 1 -t4g,1dc6 1 1 -jo8,1dc7' +
  ' 1 1 -x4f,1dc8 1 1 -swd,1dc9 1 1 -st2,1dca 1 1 -rrd,1dcb 1 1 -rhr,1dcc 1 1 -qf7,1dcd 1 1 -q5w,1dce 1' +
  ' 1 -pk3,1dcf 1 1 -ob6,1dcg 1 1 -or9,1dch 1 1 -x9g,1dci 1 1 -tyc,1dcj 1 1 -jnx,1dck 1 1 -xpq,1dcl 1 1' +
  ' 2dea,1dcm 1 1 -rw0,1dcn 1 1 -l0p,1dco 1 1 -uh9,1dcp 1 1 -ssi,1dcq 1 1 -ssj,1dcr 1 1 -qj8,1dcs 1 1 -' +
  'jme,1dct 1 1 -x4k,1dcu 1 1 -wr3,1dcv 1 1 -v3u,1dcw 1 1 -t71,1dcx 1 1 -syb,1dcy 1 1 -soq,1dcz 1 1 -ru' +
  'm,1dd0 1 1 -qfy,1dd1 1 1 -q2r,1dd2 1 1 -o6l,1dd3 1 1 -kkb,1dd4 1 1 -kkc,1dd5 1 1 -kkd,1dd6 1 1 -pbj,' +
  '1dd7 1 1 -wx8,1dd8 1 1 -rhu,1dd9 1 1 -wr4,1dda 1 1 -qvy,1ddb 1 1 -qc7,1ddc 1 1 -n1y,1ddd 1 1 -jm6,1d' +
  'de 1 1 -idw,1ddf 1 1 -i1g,1ddg 1 1 -swt,1ddh 1 1 -roq,1ddi 1 1 -xxe,1ddj 1 1 -p4c,1ddk 1 1 -p20,1ddl' +
  ' 1 1 -orr,1ddm 1 1 -qpw,1ddn 1 1 -r4y,1ddo 1 1 -lrq,1ddp 1 1 -xtp,1ddq 1 1 -ngo,1ddr 1 1 -x51,1dds 1' +
  ' 1 -x6h,1ddt 1 1 -uor,1ddu 1 1 -tv3,1ddv 1 1 -oq5,1ddw 1 1 -vb3,1ddx 1 1 -rtz,1ddy 1 1 -t3m,1ddz 1 1' +
  ' -l13,1de0 1 1 -mgs,1de1 1 1 -jp8,1de2 1 1 -m6h,1de3 1 1 -uns,1de4 1 1 -xcc,1de5 1 1 -wgd,1de8 1 2 -' +
  'vxy,1dea 1 1 -t5q,1ded 1 1 -x87,1dee 1 1 -qng,1def 1 1 -pxp,1deg 1 1 -pgc,1deh 1 1 -pff,1dei 1 1 -pf' +
  '9,1dej 1 1 -pe4,1dek 1 1 -jie,1del 1 1 -orj,1dem 1 2 -o69,1deo 1 2 -mxa,1deq 1 1 -lre,1det 1 1 -kx9,' +
  '1deu 1 1 -krt,1dey 1 1 -j3x,1dez 1 1 -j3t,1df0 1 1 -j3a,1df1 1 1 -i4p,1df2 1 1 -ksw,1df3 1 1 -jnc,1d' +
  'f4 1 1 -xoi,1df5 1 1 -xfu,1df6 1 1 -xd1,1df7 1 1 -x2i,1df8 1 1 -x1s,1df9 1 1 -wys,1dfa 1 1 -wih,1dfb' +
  ' 1 1 -wu6,1dfc 1 1 -wcw,1dfd 1 1 -vzt,1dfe 1 1 -vwy,1dff 1 1 -v7d,1dfg 1 1 -v66,1dfh 1 1 -ucp,1dfi 1' +
  ' 1 -u6u,1dfj 1 1 -u5t,1dfk 1 1 -uaf,1dfl 1 1 -tf6,1dfm 1 1 -tb4,1dfn 1 1 -t6a,1dfo 1 1 -ssf,1dfp 1 1' +
  ' -rta,1dfq 1 1 -ros,1dfr 1 1 -s1q,1dfs 1 1 -r16,1dft 1 1 -qvy,1dfu 1 1 -qi0,1dfv 1 1 -pmi,1dfw 1 1 -' +
  'phq,1dfx 1 1 -phg,1dfy 1 1 -phi,1dfz 1 1 -phb,1dg0 1 1 -ph6,1dg1 1 1 -ph0,1dg2 1 1 -pga,1dg3 1 1 -pg' +
  'k,1dg4 1 1 -lr1,1dg5 1 1 -p90,1dg6 1 1 -no4,1dg7 1 1 -oes,1dg8 1 1 -ocf,1dg9 1 1 -oig,1dga 1 1 -oa0,' +
  '1dgb 1 1 -o5y,1dgc 1 1 -nsf,1dgd 1 1 -nok,1dge 1 1 -nol,1dgf 1 1 -pwf,1dgg 1 1 -mds,1dgh 1 1 -m8r,1d' +
  'gi 1 1 -lsg,1dgj 1 1 -lrv,1dgk 1 1 -vc6,1dgl 1 1 -lj9,1dgm 1 1 -l2o,1dgn 1 1 -kz3,1dgo 1 1 -joq,1dgp' +
  ' 1 1 -wpo,1dgq 1 1 -jbt,1dgr 1 1 -ueu,1dgs 1 1 1sw2,1dgt 1 1 -nrp,1dgw 1 1 -ut6,1dgx 1 1 -xbw,1dgy 1' +
  ' 1 -xe2,1dgz 1 1 -xrn,1dh0 1 1 -xf3,1dh1 1 1 -xdh,1dh2 1 1 -x4f,1dh3 1 1 -x31,1dh4 1 1 -wkb,1dh5 1 1' +
  ' -wmc,1dh6 1 1 -wkh,1dh7 1 1 -wih,1dh8 1 1 -w0y,1dh9 1 1 -w7y,1dha 1 1 -vui,1dhb 1 1 -vu3,1dhc 1 1 -' +
  'vmm,1dhd 1 1 -vh5,1dhe 1 1 -ur4,1dhf 1 1 -uqy,1dhg 1 1 -umz,1dhh 1 1 -ul4,1dhi 1 1 -ucu,1dhj 1 1 -u9' +
  'l,1dhk 1 1 -ubk,1dhl 1 1 -u7v,1dhm 1 1 -u96,1dhn 1 1 -uci,1dho 1 1 -u3c,1dhp 1 1 -ts9,1dhq 1 1 -tpu,' +
  '1dhr 1 1 -tod,1dhs 1 1 -th6,1dht 1 1 -t99,1dhu 1 1 -t4r,1dhv 1 1 -t4o,1dhw 1 1 -t32,1dhx 1 1 -s9o,1d' +
  'hy 1 1 -t3q,1dhz 1 1 -rx2,1di0 1 1 -rlp,1di1 1 1 -rm6,1di2 1 1 -s41,1di3 1 1 -rct,1di4 1 1 -r3i,1di5' +
  ' 1 1 -pva,1di6 1 1 -qy1,1di7 1 1 -quo,1di8 1 1 -qra,1di9 1 1 -qi8,1dia 1 1 -qe4,1dib 1 1 -qco,1dic 1' +
  ' 1 -q6f,1did 1 1 -q6e,1die 1 1 -q1o,1dif 1 1 -q18,1dig 1 1 -q0k,1dih 1 1 -py7,1dii 1 1 -pyi,1dij 1 1' +
  ' -pnj,1dik 1 1 2w83,1dil 1 1 -nqj,1dim 1 1 -oxf,1din 1 1 -og9,1dio 1 1 -oh9,1dip 1 1 -odv,1diq 1 1 -' +
  'o8d,1dir 1 1 -nkx,1dis 1 1 -x2e,1dit 1 1 -mrg,1diu 1 1 -met,1div 1 1 -vxm,1diw 1 1 -mb6,1dix 1 1 -lv' +
  'a,1diy 1 1 -lvm,1diz 1 1 -lvo,1dj0 1 1 -luy,1dj1 1 1 -lvn,1dj2 1 1 -lux,1dj3 1 1 -luf,1dj4 1 1 -wyw,' +
  '1dj5 1 1 -llt,1dj6 1 1 -l67,1dj7 1 1 -l44,1dj8 1 1 -krv,1dj9 1 1 -k52,1dja 1 1 -jt6,1djb 1 1 -jrd,1d' +
  'jc 1 1 -jn6,1djd 1 1 2fgr,1dje 1 1 -wsd,1djf 1 1 -ji8,1djg 1 1 -jej,1djh 1 1 -iwr,1dji 1 1 -i0f,1djj' +
  ' 1 1 1njv,1djk 1 1 1njo,1djl 1 1 1ptw,1djm 1 1 1pz9,1djn 1 1 -10vv,1djo 1 1 1vog,1djp 1 1 1vuc,1djq ' +
  '1 1 1xx6,1djr 1 1 24n0,1djs 1 1 -i39,1djt 1 1 -x1l,1dls 1 1 -1cfy,1dlt 1 1 -1cgh,1dlu 2 1 -1cgf,1dlw' +
  ' 3 1 -1cg9,1dlz 1 1 -1cfz,1dm0 1 1 -1cfy,1dn4 1 1 -1cfd,1dn5 1 1 -1cfe,1dn6 1 1 -1cd3,1dn7 1 1 -1cd4' +
  ',1dn8 1 1 -1cd5,1dn9 1 1 -1cd6,1dna 1 1 -1cd4,1dnb 1 1 -1cd5,1dnc 1 1 -1cd6,1dnd 1 1 -1cd7,1dne 1 1 ' +
  '-1cd6,1dnf 1 1 -1cd7,1dng 1 1 -1cd8,1dnh 1 1 -1cd9,1dni 1 1 -1cdg,1dnj 1 1 -1cdh,1dnk 1 1 -1cdi,1dnl' +
  ' 1 1 -1cdj,1dnm 1 1 -1cdf,1dnn 1 1 -1cdg,1dno 1 1 -1cdh,1dnp 1 1 -1cdi,1dnq 1 1 -1cdp,1dnr 1 1 -1cdq' +
  ',1dns 1 1 -1cdr,1dnt 1 1 -1cds,1dnu 1 1 -1ccm,1dnv 1 1 -1ccn,1dnw 1 1 -1cco,1dnx 1 1 -1ccp,1dny 1 1 ' +
  '-1cco,1dnz 1 1 -1ccp,1do0 1 1 -1ccq,1do1 1 1 -1ccr,1do2 1 1 -1cdq,1do3 1 1 -1cdr,1do4 1 1 -1cds,1do5' +
  ' 1 1 -1cdt,1do6 1 1 -1cdv,1do7 1 1 -1cdw,1do8 1 1 -1cdx,1do9 1 1 -1cdy,1doa 1 1 -1cdw,1dob 1 1 -1cdx' +
  ',1doc 1 1 -1cdy,1dod 2 1 -1cdz,1dof 1 1 -1ce0,1dog 1 1 -1ce1,1doh 1 1 -1ce2,1doi 1 1 -1cdx,1doj 1 1 ' +
  '-1cdy,1dok 1 1 -1ce0,1dol 1 1 -1ce1,1dom 1 1 -1ce0,1don 1 1 -1ce1,1doo 1 1 -1ce8,1dop 1 1 -1ce9,1doq' +
  ' 1 1 -1cdu,1dor 1 1 -1cdv,1dos 1 1 -1ce3,1dot 1 1 -1ce4,1dou 1 1 -1cgb,1dov 1 1 -1cgc,1dow 1 1 -1cgd' +
  ',1dox 1 1 -1cge,1doy 1 1 -1cdf,1doz 1 1 -1cdg,1dp0 1 1 -1cdh,1dp1 1 1 -1cdi,1dp2 1 1 -1cdf,1dp3 1 1 ' +
  '-1cdg,1dp4 1 1 -1cdh,1dp5 1 1 -1cdi,1dp6 1 1 -1cdl,1dp7 1 1 -1cdm,1dp8 1 1 -1cdn,1dp9 1 1 -1cdo,1dpa' +
  ' 1 1 -1cdg,1dpb 2 1 -1cdh,1dpd 1 1 -1cdi,1dpe 1 1 -1cdj,1dpf 1 1 -1cdk,1dpg 1 1 -1cgt,1dph 1 1 -1cgu' +
  ',1dpi 1 1 -1cgv,1dpj 1 1 -1cgw,1dpk 1 1 -1cgx,1dpl 1 1 -1cgy,1dpm 1 1 -1cdo,1dpn 1 1 -1cdp,1dpo 1 1 ' +
  '-1cdq,1dpp 1 1 -1cdr,1dpq 1 1 -1cd8,1dpr 2 1 -1cd9,1dpt 1 1 -1cda,1dqr 1 1 -1cfa,1dqs 1 1 -1cfb,1dqt' +
  ' 1 1 -1cfc,1dqu 1 1 -1cfd,1dqv 1 1 -1ceo,1dqw 1 1 -1cep,1dqx 1 1 -1cer,1dqy 1 1 -1ces,1dqz 1 1 -1cer' +
  ',1dr0 1 2 -1ces,1dr2 1 1 -1cer,1dr3 1 1 -1ces,1dr4 1 1 -1cez,1dr5 1 1 -1cf0,1dr6 1 1 -1cex,1dr7 1 1 ' +
  '-1cey,1dr8 1 1 -1ces,1dr9 1 1 -1cet,1dra 1 1 -1ceu,1drb 1 1 -1cev,1drc 1 1 -1cim,1drd 1 1 -1cin,1drw' +
  ' 1 1 -1cj6,1drx 1 1 -1cj7,1dry 1 1 -1cj8,1drz 1 1 -1cj9,1e9s 1 1 -1d27,1e9t 1 1 -1d22,1e9u 1 1 -1d23' +
  ',1e9v 1 1 -1d24,1e9w 1 1 -1d25,1e9x 1 1 -1d19,1e9y 1 1 -1d1a,1e9z 1 1 -1d28,1ea0 1 1 -1d29,1ea1 1 1 ' +
  '-1d1b,1ea2 1 1 -1d1c,1ea3 1 1 -1d1d,1ea4 1 1 -1d1e,1ea5 1 1 -1d2e,1ea6 2 1 -1d2f,1ea8 1 1 -1d2g,1ea9' +
  ' 1 1 -1d2h,1eaa 1 1 -1d2i,1eab 1 1 -1d1o,1eac 1 1 -1d1p,1ead 1 1 -1d2j,1eae 1 1 -1d2k,1eaf 1 1 -1d2l' +
  ',1eag 2 1 -1d2m,1eai 1 1 -1d2n,1eaj 1 1 -1d2o,1eak 2 1 -1d2p,1eam 1 1 -1d2q,1ean 1 1 -1d2r,1eao 2 1 ' +
  '-1d2s,1eaq 1 1 -1d2t,1ear 1 1 -1d2u,1eas 2 1 -1d2v,1eau 1 1 -1d2w,1eav 1 1 -1d2x,1eaw 2 1 -1d2y,1eay' +
  ' 2 1 -1d2z,1eb0 2 1 -1d30,1eb2 2 1 -1d31,1eb4 2 1 -1d32,1eb6 1 1 -1d33,1eb7 1 1 -1d34,1eb8 2 1 -1d35' +
  ',1eba 1 1 -1d36,1ebb 1 1 -1d37,1ebc 2 1 -1d38,1ebe 1 1 -1d39,1ebf 1 1 -1d3a,1ebg 2 1 -1d3b,1ebi 1 1 ' +
  '-1d3c,1ebj 1 1 -1d3d,1ebk 2 1 -1d3e,1ebm 1 1 -1d3f,1ebn 1 1 -1d3g,1ebo 2 1 -1d3h,1ebq 1 1 -1d3i,1ebr' +
  ' 1 1 -1d3j,1ebs 2 1 -1d3k,1ebu 1 1 -1d3l,1ebv 1 1 -1d3m,1ebw 2 1 -1d3n,1eby 1 1 -1d3o,1ebz 1 1 -1d3p' +
  ',1ec0 1 1 -1d3q,1ec1 1 1 -1d3k,1ec2 1 1 -1d3l,1ec3 1 1 -1d3m,1ec4 2 1 -1d3n,1ec6 1 1 -1d3o,1ec7 1 1 ' +
  '-1d3p,1ec8 2 1 -1d3q,1eca 1 1 -1d3r,1ecb 1 1 -1d3s,1ecc 2 1 -1d3t,1ece 1 1 -1d3u,1ecf 1 1 -1d3v,1ecg' +
  ' 2 1 -1d3w,1eci 1 1 -1d3x,1ecj 1 1 -1d3y,1eck 2 1 -1d3z,1ecm 1 1 -1d40,1ecn 1 1 -1d41,1eco 2 1 -1d42' +
  ',1ecq 1 1 -1d43,1ecr 1 1 -1d44,1ecs 2 1 -1d45,1ecu 1 1 -1d46,1ecv 1 1 -1d45,1ecw 1 1 -1d46,1ecx 1 1 ' +
  '-1d47,1ecy 1 1 -1d48,1ecz 1 1 -1d49,1ed0 1 1 -1d4a,1eds a 1 -1ecg,1ee9 q 1 -1ebk,1ef5 q 1 -1ecg,1eg6' +
  ' 1 1 -14s4,1eg7 1 1 -14ue,1eg8 1 1 -14ud,1eg9 1 1 -14uc,1ega 1 1 -14ub,1egb 1 1 -14ua,1egc 1 1 -14sp' +
  ',1egd 1 1 -14so,1ege 1 1 -14sn,1egf 1 1 -14to,1egg 1 1 -14s4,1egh 1 1 -14un,1egi 1 1 -14um,1egj 1 1 ' +
  '-14ul,1egk 1 1 -14uk,1egl 2 1 -14uj,1egn 1 1 -14ui,1ego 1 1 -14uh,1egp 1 1 -14ug,1egq 1 1 -14uf,1egr' +
  ' 1 1 -14ue,1egs 1 1 -14ud,1egt 1 1 -14uc,1egu 1 1 -14ub,1egv 1 1 -14ua,1egw 1 1 -14u9,1egx 1 1 -14u8' +
  ',1egy 1 1 -14u6,1egz 1 1 -14u5,1eh0 1 1 -14u4,1eh1 6 1 -14u3,1eh7 1 1 -14u1,1eh8 1 1 -14tz,1eh9 1 1 ' +
  '-14tx,1eha 1 1 -14tv,1ehb 5 1 -14tt,1ehg 1 1 -14ts,1ehh 1 1 -14tr,1ehi 6 1 -14tq,1eho 1 1 -14tp,1ehp' +
  ' 1 1 -14tm,1eht 2 1 -1b4x,1ehw 1 1 -1b4y,1ehz 3 1 -1b50,1ei8 1 1 -1b4m,1ei9 3 1 -1b57,1eic 1 1 -1b4j' +
  ',1eid a 1 -1b58,1fcw 14 1 14,1fhc a 1 -1fg0,1fhs 10 1 14,1fn4 b 1 13,1fng f 1 13,1fnw 7 1 13,1fo4 2 ' +
  '1 13,1g1t 2 1 -1fht,1g1v 1 1 -1fvh,1g1w 1 1 -1fjf,1g1x 1 2 -1fz7,1g1z 1 1 -1fj8,1g20 1 1 -i76,1g21 1' +
  ' 1 -1fj8,1g22 1 1 -1fja,1g23 1 1 -1fzb,1g24 1 1 -1fzc,1g25 1 1 -1fzd,1g26 1 1 -1fli,1g27 1 1 -1fld,1' +
  'g28 1 1 -1fjb,1g29 1 1 -1fl9,1g2a 1 1 -1flc,1g2b 1 1 -1fzg,1g2c 1 1 -1fjt,1g2d 1 1 -1fzh,1g2e 1 1 -1' +
  'fju,1g2f 1 1 -1flc,1g2g 1 1 -1fkk,1g2h 2 1 -1fjj,1g2j 1 1 -1fzj,1g2k 1 1 16js,1g2l 1 1 -1fzl,1g2m 1 ' +
  '1 -1flc,1g2n 1 1 16jq,1g2o 1 1 -1fki,1g2p 1 1 16jp,1g2q 1 1 -1fzn,1g2r 2 1 -1fl9,1g2t 1 1 -1fzo,1g2u' +
  ' 1 1 -1fl8,1g2v 1 1 16jl,1g2w 1 1 -1fzq,1g2x 1 1 -1fzr,1g2y 1 1 -1fl6,1g2z 1 1 -1fk3,1g30 1 1 -1fk6,' +
  '1g31 1 1 -i86,1g32 1 1 -1fk7,1g33 1 1 -1fzv,1g34 1 2 -1fzu,1g36 1 1 -1fkz,1g37 2 1 -1fki,1g39 1 1 -1' +
  'fkt,1g3a 3 1 -1fqu,1g3d 1 1 16j5,1g3e 1 1 -1g07,1h1c 1f 1 1s,1h68 a 1 -1h4w,1h6o a 1 -1h5c,1h74 m 1 ' +
  'w,1ht2 a 1 -1hrq,1hww a 1 -1hvk,1hyu a 1 -1hxi,1i34 a 1 -1i1s,1ib4 a 1 -1i9s,1ikw a 1 -1ijk,1iog a 1' +
  ' -1in4,1iz4 a 1 -1ixs,1j28 a 1 -1j0w,1j2o a 1 -1j1c,1j2y a 1 -1j1m,1j5c a 1 -1j40,1jfk w 1 w,1jhc a ' +
  '1 -1jg0,1jkg a 1 -1jj4,1k34 a 1 -1k1s,1k5s a 1 -1k4g,1kcw a 1 -1kbk,1kf4 a 1 -1kds,1kr4 a 1 -1kps,1x' +
  'rk a 1 -1xq8,1zkw a 1 -1zjk,1znk a 1 -1zm8,1zrk a 1 -1zq8,206o a 1 -205c,20cg w 1 w,2j12 q 1 -2iyd,2' +
  'j1s a 1 -2j0g,2kg0 q 1 -2kdb,2kgq q 1 -2ke1,2khg q 1 -2ker,2ki6 7 1 -2kfh,2kie i 1 -2kfh,2kiw q 1 -2' +
  'kg7,2kjm q 1 -2kgx,2kkc 2 2 -2khn,2kkf 1 1 -2khn,2kki 1 1 -2khn,2kkl 2 1 -2khn,2kkp 4 1 -2khn,2kku 8' +
  ' 1 -2khn,2kl2 4 1 -2kid,2kl7 2 2 -2kid,2kla 6 1 -2kid,2klh b 1 -2kid,2kls q 1 -2kj3,2kmi q 1 -2kjt,2' +
  'kn8 2 1 -2kkj,2knb 4 1 -2kkj,2knh 8 1 -2kkj,2knq 7 1 -2kkj,2kny q 1 -2kl9,2koo 2 1 -2klz,2kor 4 1 -2' +
  'klz,2kow 5 1 -2klz,2kp2 1 1 -2klz,2kp6 7 1 -2klz,2kpe q 1 -2kmp,2kq4 q 1 -2knf,2kqu q 1 -2ko5,2krk q' +
  ' 1 -2kov,2ksa q 1 -2kpl,2kt0 q 1 -2kqb,2ktq q 1 -2kr1,2kug q 1 -2krr,2kv6 q 1 -2ksh,2kvw q 1 -2kt7,2' +
  'kwm q 1 -2ktx,2kxc q 1 -2kun,2ky2 q 1 -2kvd,2kys 1 1 -2kvv,2kyt 1 1 -2kj2,2kyw h 1 -2k8n,2kzd 1 1 -2' +
  'k8x,2kze 7 1 -2k8n,2kzm h 1 -2k9d,2l03 1 1 -2k9c,2l04 7 1 -2k9d,2l0c 1 1 -2k9z,2l0d 1 1 -2k9x,2l0e 1' +
  ' 1 -2k9w,2l0f 1 1 -2k9l,2l0g 1 1 -2k9r,2l0h 1 1 -2k9t,2l0i h 1 -2ka9,2l0z 1 1 -2kaj,2l10 7 1 -2ka9,2' +
  'l18 h 1 -2kaz,2l1p 1 1 -2kay,2l1q 7 1 -2kaz,2l1y 1 1 -2kbl,2l1z 1 1 -2kbj,2l20 1 1 -2kbi,2l21 1 1 -2' +
  'kb7,2l22 1 1 -2kbd,2l23 1 1 -2kbf,2l24 h 1 -2kbv,2l2l 1 1 -2kc5,2l2m 7 1 -2kbv,2l2u h 1 -2kcl,2l3b 1' +
  ' 1 -2kck,2l3c 7 1 -2kcl,2l3k 1 1 -2kd7,2l3l 1 1 -2kd5,2l3m 1 1 -2kd4,2l3n 1 1 -2kct,2l3o 1 1 -2kcz,2' +
  'l3p 1 1 -2kd1,2l3q h 1 -2kdh,2l47 1 1 -2kdr,2l48 7 1 -2kdh,2l4g h 1 -2ke7,2l4x 1 1 -2ke6,2l4y 7 1 -2' +
  'ke7,2l56 1 1 -2ket,2l57 1 1 -2ker,2l58 1 1 -2keq,2l59 1 1 -2kef,2l5a 1 1 -2kel,2l5b 1 1 -2ken,2l5c h' +
  ' 1 -2kf3,2l5t 1 1 -2kfd,2l5u 7 1 -2kf3,2l62 h 1 -2kft,2l6j 1 1 -2kfs,2l6k 7 1 -2kft,2l6s 1 1 -2kgf,2' +
  'l6t 1 1 -2kgd,2l6u 1 1 -2kgc,2l6v 1 1 -2kg1,2l6w 1 1 -2kg7,2l6x 1 1 -2kg9,2l6y 1 1 -2kfh,2l6z 1 1 -2' +
  'kfi,2l72 a 1 -2l5q,2l7c a 1 -2l60,2l7m a 1 -2l6a,2l7w a 1 -2l6k,2l86 a 1 -2l6u,2mmh 1 1 -2mj9,2mmp 1' +
  ' 2 -2mjp,2mmr 1 1 -2mjr,2mmu 1 1 -2mjo,2mmy 1 1 -2mk1,2mmz 1 2 -2mjw,2mn1 1 1 -2mka,2mn2 1 1 -2mjv,2' +
  'mn9 1 1 -2mkh,2mna 1 1 -2mka,2mnb 1 1 -2mk9,2mnc 3 1 -2mk6,2muo 9 1 -2m0w,2mux 3 1 -2m0v,2mv0 b 1 -2' +
  'm0u,2mvb 1 1 -2m0s,2mvc 2 1 -2m0r,2mve 1 1 -1pz5,2mvf 1 1 -2lwy,2mvg 1 1 -2m0m,2mvh 1 1 -2m0l,2mvi 1' +
  ' 1 -2lwl,2mvj 1 1 -2ly8,2mvk 1 1 -2lxd,2mvl 9 1 -2m1t,2mvu 2 1 -2m1s,2mvw 2 1 -2m1q,2mvy 1 1 -2m1p,2' +
  'mvz 6 1 -2m1o,2mw5 2 1 -2m1n,2mw7 1 1 -2lzq,2mw8 1 1 -2m1e,2mw9 1 1 -2m1g,2mwa 1 1 -2m17,2mwb 1 1 -2' +
  'lz4,2mwc 1 1 -1q1n,2mwd 1 1 -2lz0,2n28 a 1 -2n0w,2ne8 a 1 -2ncw,2nsg a 1 -2nr4,2nzl a 1 -2ny9,2olc y' +
  ' 1 y,2onk a 1 -2om8,2pkw 2 1 -2od5,2pky 1 1 -2od2,2pkz 1 2 -2od0,2pl1 1 1 -2ocd,2pl2 1 1 -2od0,2pl3 ' +
  '1 1 -2od6,2pl4 1 1 -2ocx,2pl5 1 1 -2ocf,2pl6 4 1 -2ocn,2pla 1 1 -2od7,2plb 1 1 -2od2,2plc 1 1 -2ocv,' +
  '2pld 1 1 -2od8,2ple 1 1 -2ocw,2plf 1 1 -2ode,2plg 1 1 -2odc,2plh 2 1 -2odn,2plj 1 1 -2odl,2plk 1 1 -' +
  '2odk,2pll 1 1 -2odf,2plm 1 1 -2ode,2pln 1 1 -2odd,2plo 1 1 -2oby,2plp 1 1 -2o9v,2plq 1 1 -2oal,2plr ' +
  '1 2 -2oc0,2plt 1 1 -2oe1,2plu 1 2 -2ody,2plw 1 1 -2od9,2plz 1 2 -2oe2,2pm1 1 1 -2odb,2pm2 4 1 -2odj,' +
  '2pm6 1 1 -2oe3,2pm7 1 1 -2ody,2pm8 1 1 -2odr,2pm9 1 1 -2oe4,2pma 1 2 -2ods,2pmc 1 1 -2oe8,2pmd 2 1 -' +
  '2oej,2pmf 1 2 -2oeh,2pmh 1 2 -2oeb,2pmj 1 1 -2oe9,2pmq 1 1 -2oeu,2pmv 1 2 -2oey,2pmx 1 2 -2oe7,2pmz ' +
  '2 2 -2oef,2pn2 1 1 -2oez,2pn3 1 2 -2oeu,2pn5 1 1 -2of0,2pn6 1 2 -2oeo,2pn8 1 1 -2of4,2pnb 1 2 -2ofd,' +
  '2pnd 1 2 -2of7,2pnf 1 2 -2of5,2pnh 1 2 -2obn,2pnj 1 2 -2ods,2pnl 1 1 -2oft,2pnm 1 2 -2ofq,2pno 1 1 -' +
  '2of1,2pnr 1 1 -2ofu,2pns 1 1 -2ofl,2pnt 1 1 -2of3,2pnu 2 2 -2ofb,2pnx 1 1 -2ofb,2pny 1 1 -2ofv,2pnz ' +
  '1 1 -2ofq,2po0 1 1 -2ofj,2po1 1 1 -2ofw,2po2 1 2 -2ofk,2po4 1 1 -2og0,2po5 2 1 -2ogb,2po7 1 2 -2og9,' +
  '2po9 1 1 -2og3,2poa 1 1 -2og2,2pob 1 1 -2og1,2poc 1 2 -2oem,2poe 1 2 -2od9,2pog 2 1 -2ogp,2poi 1 1 -' +
  '2ogm,2poj 1 1 -2ogk,2pok 2 1 -2ofx,2pom 1 1 -2ogk,2pon 1 1 -2ogq,2poo 1 1 -2ogh,2pop 1 2 -2ofz,2por ' +
  '3 1 -2og7,2pou 1 1 -2ogr,2pov 1 1 -2ogm,2pow 1 1 -2ogf,2pox 1 1 -2ogs,2poy 1 1 -2ogg,2poz 1 1 -2ogy,' +
  '2pp0 1 1 -2ogw,2pp1 2 1 -2oh7,2pp3 1 1 -2oh5,2pp4 1 1 -2oh4,2pp5 1 1 -2ogz,2pp6 1 1 -2ogy,2pp7 1 1 -' +
  '2ogx,2ppd 1 1 -2ohl,2ppe 1 1 -2ohi,2ppf 1 2 -2ohg,2pph 1 1 -2ogt,2ppi 1 1 -2ohg,2ppj 1 1 -2ohm,2ppk ' +
  '1 1 -2ohd,2ppl 1 2 -2ogv,2ppn 3 1 -2oh3,2ppq 1 1 -2ohn,2ppr 1 1 -2ohi,2pps 1 1 -2ohb,2ppt 1 1 -2oho,' +
  '2ppu 1 1 -2ohc,2ppv 1 1 -2ohu,2ppw 1 1 -2ohs,2ppx 2 1 -2oi3,2ppz 1 1 -2oi1,2pq0 1 1 -2oi0,2pq1 1 1 -' +
  '2ohv,2pq2 1 1 -2ohu,2pq3 1 1 -2oht,2q7f 1 1 -2q4o,2q7g 1 1 -2q4a,2q7k q 1 -2q4v,2qde 1 1 -2gr1,2qds ' +
  '1 1 -26yt,2qdt 1 1 -28ca,2qdu 1 1 -29ty,2qdv 1 1 -2gr0,2qdw 1 1 -2avc,2qdx 1 1 -28sb,2qdy 1 1 -1z5f,' +
  '2qdz 1 1 -28ry,2qe0 1 1 -2aus,2qe1 1 1 -267t,2qe2 1 1 -269m,2qe3 1 1 -26bm,2qe4 1 1 -2a4v,2qe5 1 1 -' +
  '29sf,2qe6 1 1 -2aa9,2qe7 1 1 -26b3,2qe8 1 1 -2a6b,2qe9 1 1 -21cp,2qea 1 1 -239f,2qeb 1 1 -1yii,2qec ' +
  '1 1 -28tw,2qed 1 1 -29rg,2qee 1 1 -24gi,2qef 1 1 -26xe,2qeg 1 1 -26s3,2qeh 1 1 -2azt,2qei 1 1 -2azl,' +
  '2qej 1 1 -1xwh,2qek 1 1 -27uu,2qel 1 1 -2ayo,2qem 1 1 -29tn,2qen 1 1 -26ug,2qeo 1 1 -1ygw,2qep 1 1 -' +
  '26zi,2qeq 1 1 -22ep,2qer 1 1 -227t,2qes 1 1 -29t8,2qet 1 1 -24l1,2qeu 1 1 -2625,2qev 1 1 -2627,2qew ' +
  '1 1 -239h,2qex 1 1 -2a4n,2qey 1 1 -29hg,2qez 1 1 -1xpq,2qfk 1 1 -27jt,2qfl 1 1 -29uq,2sc0 a 1 -2sao,' +
  '464g 1 1 -3qo3,464h 1 1 -3qo9,464i 1 1 -3qo1,464j 1 1 -1crl,464k 1 1 -3qg4,464l 1 1 -3qdz,464m 1 1 -' +
  '3qdn,464n 1 1 -3qbp,464o 1 1 -3q8e,464p 1 1 -3ojm,464q 1 1 -3q5f,464r 1 1 -3q64,464s 1 1 -3vqm,464t ' +
  '1 1 -1brn,464u 1 1 -3q2p,464v 1 1 -3q2j,464w 1 1 -3q24,464x 1 1 -3q1m,464y 1 1 -1bzq,464z 1 1 -3vq2,' +
  '4650 1 1 -3q1b,4651 1 1 -3q14,4652 1 1 -1byj,4653 1 1 -3q0w,4654 1 1 -3q0k,4655 1 1 -3qkt,4656 1 1 -' +
  '3q0e,4657 1 1 -3q06,4658 1 1 -k71,4659 1 1 -3pyg,465a 1 1 -3py3,465b 1 1 -3vpc,465c 1 1 -3pwl,465d 1' +
  ' 1 -3pwb,465e 1 1 -3pv4,465f 1 1 -3pv0,465g 1 1 -3vnz,465h 1 1 -3psu,465i 1 1 -3pst,465j 1 1 -3ps3,4' +
  '65k 1 1 -3pri,465l 2 1 -3pr8,465n 1 1 -3pqs,465o 1 1 -3ppf,465p 1 1 -3pp8,465q 1 1 -3pp0,465r 1 1 -3' +
  'poc,465s 1 1 -3po3,465t 1 1 -3po2,465u 1 1 -3po3,465v 1 1 -3po4,465w 1 1 -1b0o,465x 1 1 -3jyd,465y 1' +
  ' 1 -3pm4,465z 1 1 -3plk,4660 1 1 -1as5,4661 1 1 -3pla,4662 1 1 -3pl5,4663 1 1 -3pkl,4664 1 1 -3pge,4' +
  '665 1 1 -3pj9,4666 1 1 -3piu,4667 1 1 -3phz,4668 1 1 -3pge,4669 1 1 -3pe3,466a 1 1 -3pde,466b 1 1 -3' +
  'pjo,466c 1 1 -3pb5,466d 1 1 -3pa9,466e 1 1 -3paa,466f 1 1 -3p9q,466g 1 1 -3p99,466h 1 1 -3p92,466i 1' +
  ' 1 -3p8o,466j 1 1 -3ozx,466k 1 1 -3plf,466l 1 1 -3oza,466m 1 1 -3p4t,466n 1 1 -3p94,466o 1 1 -3pzd,4' +
  '66p 1 1 -3omb,466q 1 1 -3ouc,466r 1 1 -3otb,466s 1 1 -3osn,466t 1 1 -3owa,466u 1 1 -3oro,466v 1 1 -3' +
  'mpe,466w 1 1 -3ooc,466x 1 1 -18xh,466y 1 1 -3omg,466z 1 1 -3omc,4670 1 1 -3oly,4671 1 1 -3olf,4672 1' +
  ' 1 -3liw,4673 1 1 -3ojh,4674 1 1 -18l4,4675 1 1 -18jb,4676 1 1 -3ofq,4677 1 1 -3odu,4678 1 1 -3oe5,4' +
  '679 1 1 -3ogd,467a 1 1 -3oin,467b 1 1 -3vcp,467c 1 1 -3vcc,467d 1 1 -3of7,467e 1 1 23z,467f 1 1 23y,' +
  '467g 1 1 -17z8,467h 1 1 -3o2y,467i 1 1 -3o2e,467j 1 1 -3o4u,467k 1 1 -3o1p,467l 1 1 -17q1,467m 1 1 -' +
  '3o1f,467n 1 1 -3o19,467o 1 1 -3ndt,467p 1 1 -3o0j,467q 1 1 -3v91,467r 1 1 -3nyv,467s 1 1 -3nyi,467t ' +
  '1 1 -3nw9,467u 1 1 -3nxp,467v 1 1 -176f,467w 1 1 -3nsp,467x 1 1 -176f,467y 1 1 -3nrk,467z 1 1 -3nro,' +
  '4680 1 1 -177w,4681 2 1 -3nog,4683 1 1 -3v4k,4684 1 1 -3nnr,4685 1 1 -3nml,4686 1 1 -3nm1,4687 1 1 -' +
  'ff3,4688 1 1 -3v3a,4689 1 1 -16h2,468a 1 1 -3v2m,468b 1 1 -3niz,468c 1 1 -3nix,468d 1 1 -3niv,468e 1' +
  ' 1 -3nic,468f 1 1 -gsd,468g 1 1 -3ngy,468h 1 1 -165c,468i 1 1 -165d,468j 1 1 -3gk2,468k 1 1 -3ng2,46' +
  '8l 1 1 -3ng3,468m 1 1 -3v0v,468n 1 1 -1333,468o 1 1 -try,468p 1 1 -3nef,468q 1 1 -3ne7,468r 1 1 -3v0' +
  '8,468s 1 1 -3ncy,468t 1 1 -3nbk,468u 1 1 -3nbb,468v 1 1 -3nae,468w 1 1 -3n6n,468x 1 1 -3uxz,468y 1 1' +
  ' -3uyu,468z 1 1 -3n67,4690 1 1 -bhk,4691 1 1 -3n4u,4692 1 1 -3n1a,4693 1 1 -3n17,4694 1 1 -3n16,4695' +
  ' 1 1 -3n19,4696 1 1 -3uww,4697 1 1 -3mzh,4698 1 1 -3o5e,4699 1 1 -3n2h,469a 1 1 -3myn,469b 1 1 -3g2e' +
  ',469c 1 1 -3n47,469d 1 1 -3mxr,469e 1 1 -3mw2,469f 1 1 -3mvs,469g 1 1 -3mtz,469h 1 1 -3mro,469i 1 1 ' +
  '-3mqq,469j 1 1 -3mnb,469k 1 1 -14mk,469l 1 1 -3mnw,469m 1 1 -3mpq,469n 1 1 -3gku,469o 1 1 -3mtt,469p' +
  ' 1 1 -3mjd,469q 1 1 -14gd,469r 1 1 -3mhp,469s 1 1 -3mkb,469t 1 1 -3ml4,469u 1 1 -3us4,469v 1 1 -3mfu' +
  ',469w 1 1 -3mfa,469x 1 1 -3uus,469y 1 1 -3mfj,469z 1 1 -3uqj,46a0 1 1 -3m9l,46a1 1 1 -3m8t,46a2 1 1 ' +
  '-13nk,46a3 1 1 -3m5k,46a4 1 1 -3qsm,46a5 1 1 -3m2q,46a6 1 1 -3ulx,46a7 1 1 -3m0u,46a8 1 1 -3umg,46a9' +
  ' 1 1 -3unh,46aa 1 1 -3q68,46ab 1 1 -3q66,46ac 1 1 -3lxw,46ad 1 1 -3m0p,46ae 1 1 -3gvd,46af 1 1 -3svy' +
  ',46ag 1 1 -3lxd,46ah 1 1 -3lxa,46ai 1 1 -3lx5,46aj 1 1 -3lvh,46ak 1 1 -3lvt,46al 1 1 -12xm,46am 1 1 ' +
  '-3ul1,46an 1 1 -3lr9,46ao 1 1 -3luj,46ap 1 1 -3lov,46aq 1 1 -3lnh,46ar 1 1 -12t2,46as 1 1 -3lna,46at' +
  ' 1 1 -3lqe,46au 1 1 -3ljm,46av 1 1 -12s0,46aw 1 1 -3lie,46ax 1 1 -3lfq,46ay 1 1 -3lds,46az 1 1 -3l8j' +
  ',46b0 1 1 -12dl,46b1 1 1 -3lr8,46b2 1 1 -3ufq,46b3 1 1 -3l5a,46b4 1 1 -11zd,46b5 1 1 -3l3x,46b6 1 1 ' +
  '-3uec,46b7 1 1 -3o1e,46b8 1 1 -3l1x,46b9 1 1 -3lx1,46ba 1 1 -3oqr,46bb 1 1 -11m2,46bc 1 1 -17fx,46bd' +
  ' 1 1 -11j3,46be 1 1 -3kx8,46bf 1 1 -116n,46bg 1 1 -3ku5,46bh 1 1 -3kts,46bi 1 1 -3kwn,46bj 1 1 -3krt' +
  ',46bk 1 1 -3kqq,46bl 1 1 -3kp6,46bm 1 1 -3kqp,46bn 1 1 -3kpm,46bo 1 1 -3kp8,46bp 1 1 -3kow,46bq 1 1 ' +
  '-1148,46br 1 1 -3kr7,46bs 1 1 -3kk9,46bt 1 1 -3kij,46bu 1 1 -3u8n,46bv 1 1 -3kg0,46bw 1 1 -3kg5,46bx' +
  ' 1 1 -5q3,46by 1 1 -3klx,46bz 1 1 -3kbl,46c0 1 1 -10oi,46c1 1 1 -10n7,46c2 1 1 -10xb,46c3 1 1 -3k62,' +
  '46c4 1 1 -3k6u,46c5 1 1 -3k6y,46c6 1 1 -3u68,46c7 1 1 -3k5p,46c8 1 1 -3k4a,46c9 1 1 -3k4i,46ca 1 1 -' +
  '3k31,46cb 1 1 -1c6u,46cc 1 1 -3jyv,46cd 1 1 -103e,46ce 1 1 -3jwi,46cf 1 1 -zuc,46cg 1 1 -3jso,46ch 1' +
  ' 1 -3jsc,46ci 1 1 -3jrm,46cj 1 1 -zdn,46ck 1 1 -3jqc,46cl 1 1 -3jps,46cm 1 1 -z5d,46cn 1 1 2zt,46co ' +
  '1 1 -3jjv,46cp 1 1 -3jj2,46cq 1 1 -3tz2,46cr 1 1 -3jie,46cs 1 1 -3tys,46ct 1 1 -3tyt,46cu 1 1 -3jdz,' +
  '46cv 1 1 -3jdf,46cw 1 1 -3jcv,46cx 1 1 -3jcc,46cy 1 1 -3jee,46cz 1 1 -3tw8,46d0 1 1 -3j80,46d1 1 1 -' +
  'y67,46d2 1 1 -3j7c,46d3 1 1 -y3p,46d4 1 1 -3nli,46d5 1 1 -16l6,46d6 1 1 -3j1m,46d7 1 1 -xi2,46d8 1 1' +
  ' -xhg,46d9 1 1 -xdl,46da 1 1 -3tqa,46db 1 1 -3tpz,46dc 1 1 -3ivg,46dd 1 1 -x8u,46de 1 1 -x8w,46df 1 ' +
  '1 -x7u,46dg 1 1 -x75,46dh 2 1 -3iuf,46dj 1 1 -3iug,46dk 1 1 -3ita,46dl 1 1 -x5h,46dm 1 1 -3irj,46dn ' +
  '1 1 -3tol,46do 1 1 -3tme,46dp 1 1 -wmo,46dq 1 1 -3im8,46dr 1 1 -3ikj,46ds 1 1 -3iis,46dt 1 1 387,46d' +
  'u 1 1 -w8c,46dv 1 1 -3if1,46dw 1 1 -w56,46dx 1 1 -w40,46dy 1 1 -3idj,46dz 1 1 -3ib0,46e0 1 1 -3tih,4' +
  '6e1 1 1 -3eoy,46e2 1 1 -3i8g,46e3 1 1 -3i8c,46e4 1 1 -vkw,46e5 1 1 -vcm,46e6 1 1 -vcn,46e7 1 1 -3i41' +
  ',46e8 1 1 -3tcu,46e9 1 1 -v5i,46ea 1 1 -3hy4,46eb 1 1 -3i1e,46ec 1 1 -3tbx,46ed 1 1 -uzp,46ee 1 1 -3' +
  'hqs,46ef 1 1 -3t8n,46eg 1 1 -3hq8,46eh 1 1 -3hqe,46ei 1 1 -3hds,46ej 1 1 -ued,46ek 1 1 3hk,46el 1 1 ' +
  '-a4c,46em 1 1 -3hbh,46en 1 1 -3hil,46eo 1 1 -3had,46ep 1 1 -3t4t,46eq 1 1 -tvu,46er 1 1 -tv0,46es 1 ' +
  '1 -3t3v,46et 1 1 -tr0,46eu 1 1 -3h8c,46ev 1 1 -a31,46ew 1 1 -3h7n,46ex 1 1 -3h4v,46ey 1 1 -3h4l,46ez' +
  ' 1 1 -tcx,46f0 1 1 -tax,46f1 1 1 -3h25,46f2 1 1 -t7a,46f3 1 1 -3h1x,46f4 1 1 -134x,46f5 1 1 -3t0s,46' +
  'f6 1 1 -3h00,46f7 1 1 -3gxs,46f8 1 1 -3szd,46f9 1 1 -3gw7,46fa 1 1 -3oi9,46fb 1 1 -stc,46fc 1 1 -ssz' +
  ',46fd 1 1 -133q,46fe 1 1 3kz,46ff 1 1 -3gqy,46fg 1 1 -3gqw,46fh 1 1 -3e27,46fi 1 1 -3swz,46fj 1 1 -3' +
  'gn2,46fk 1 1 -3gn9,46fl 1 1 -3gms,46fm 1 1 -3q3j,46fn 1 1 -3gma,46fo 1 1 -3gm9,46fp 1 1 -3gm0,46fq 1' +
  ' 1 -3gkw,46fr 1 1 -s4b,46fs 1 1 -3gkz,46ft 1 1 -3gjg,46fu 1 1 -3ghj,46fv 1 1 -3gfi,46fw 1 1 -3gjd,46' +
  'fx 1 1 -3gf4,46fy 1 1 -3gdz,46fz 1 1 -3ivz,46g0 1 1 -3gi5,46g1 1 1 -3gev,46g2 1 1 -3geu,46g3 1 1 -3g' +
  'ef,46g4 1 1 -rxq,46g5 1 1 -rp6,46g6 1 1 -rtd,46g7 1 1 -3ssc,46g8 1 1 -3g6v,46g9 1 1 -3g6u,46ga 1 1 -' +
  '3g5w,46gb 1 1 -qg1,46gc 1 1 -3g3s,46gd 1 1 -rcx,46ge 1 1 -3sr5,46gf 1 1 3p6,46gg 1 1 -r9b,46gh 1 1 -' +
  'r1b,46gi 1 1 -3sqv,46gj 1 1 -3fxf,46gk 1 1 -3fxh,46gl 1 1 -3qxy,46gm 1 1 -3fwt,46gn 1 1 -3fv2,46go 1' +
  ' 1 -3fw0,46gp 1 1 -3fsb,46gq 1 1 -3ftk,46gr 1 1 -3fpe,46gs 1 1 -3fro,46gt 1 1 -3fpu,46gu 1 1 -3fp4,4' +
  '6gv 1 1 -3so8,46gw 1 1 3qq,46gx 1 1 -3fwe,46gy 1 1 -3snd,46gz 1 1 -3fj7,46h0 1 1 -3fj5,46h1 1 1 -py6' +
  ',46h2 1 1 -3ffz,46h3 1 1 -3fft,46h4 1 1 -3slv,46h5 1 1 -3ff3,46h6 1 1 -3w27,46h7 1 1 -pi5,46h8 1 1 -' +
  'pd2,46h9 1 1 -3si7,46ha 1 1 -3shz,46hb 1 1 -3eut,46hc 1 1 -3et7,46hd 1 1 -3px5,46he 1 1 -3erh,46hf 1' +
  ' 1 -oq3,46hg 1 1 -3elh,46hh 1 1 -3elf,46hi 1 1 -3ek3,46hj 1 1 -3ejk,46hk 1 1 -o89,46hl 1 1 -1brp,46h' +
  'm 1 1 -3ehb,46hn 1 1 -3ehr,46ho 1 1 -3egc,46hp 1 1 -1blr,46hq 1 1 -3e5v,46hr 1 1 -3e4s,46hs 1 1 -mxa' +
  ',46ht 1 1 -mwk,46hu 1 1 -3dxq,46hv 1 1 -3dv6,46hw 1 1 -3dub,46hx 1 1 -mnr,46hy 1 1 -3du3,46hz 1 1 -3' +
  'd4e,46i0 1 1 -dma,46i1 1 1 -97h,46i2 1 1 49e,46i3 1 1 -3czl,46i4 1 1 4az,46i5 1 1 -lpv,46i6 1 1 -3nq' +
  'm,46i7 1 1 -3ryy,46i8 1 1 4cj,46i9 1 1 -lfe,46ia 1 1 -3rws,46ib 1 1 -3cq8,46ic 1 1 -3o02,46id 1 1 -d' +
  'jk,46ie 1 1 -koh,46if 1 1 -kil,46ig 1 1 -3rt6,46ih 1 1 -3rsz,46ii 1 1 -dig,46ij 1 1 -k4x,46ik 1 1 -3' +
  'rre,46il 1 1 -k13,46im 1 1 -3chf,46in 1 1 -3chg,46io 1 1 4h2,46ip 1 1 -jt7,46iq 1 1 -3c7x,46ir 1 1 4' +
  'j8,46is 1 1 4jd,46it 1 1 -3c66,46iu 1 1 4l6,46iv 1 1 4lu,46iw 1 1 -3rju,46ix 1 1 -iqh,46iy 1 1 -3bw8' +
  ',46iz 1 1 -8rn,46j0 1 1 -d9u,46j1 1 1 -3rcv,46j2 1 1 4tq,46j3 1 1 -d9j,46j4 1 1 -hmq,46j5 1 1 -3rbt,' +
  '46j6 1 1 -8p2,46j7 1 1 -hdx,46j8 1 1 -hab,46j9 1 1 -3b6i,46ja 1 1 -3r9c,46jb 1 1 -3b4u,46jc 1 1 -3b4' +
  'q,46jd 1 1 4x7,46je 1 1 -3b4b,46jf 1 1 -3b45,46jg 1 1 -3b35,46jh 1 1 -gi6'

/** Code points that are folded to two others. */
export const foldPairs =
  '67 37 37,8i 2x 2y,8j 2x 2y,8v 30 53,8w 30 53,95 jg 32,ck 2s 3e,cl 2s 3e,cm 2s 3e,cn 30 2y,co 30 2y,c' +
  'p 30 2y,cq 32 2y,cr 32 2y,cs 32 2y,dt 2s 3e,du 2s 3e,dv 2s 3e,13b 12d 136,19x 17r 19w,19y 18o 19w,19' +
  'z 1c7 19w,1a0 18q 19w,2ms 2lq 2ml,2mt 2lr 2ml,2mu 2lw 2ml,2nu 2lf 2ml,2nv 2lk 2ml,2nw 2ls 2ml,2nx 2l' +
  'u 2ml,2ny 2lv 2ml,2nz 2l1 2ml,2sz 2tp 2sy,2wj 2x9 2wi,2xo 2wb 2vt,2xp 2wb 2w1,30j 30i 33r,30t 30s 33' +
  'r,30y 30x 33r,313 312 33r,318 317 33r,31l 30g 33p,32r 32q 33r,331 330 33r,336 335 33r,33b 33a 33r,33' +
  'g 33f 33r,33t 32o 33p,61m 2p ji,61q 37 37,6g8 36 37,6ir 4w 2r,6ix 4w 2u,6ja 32 33,6jk 37 31,6jm 38 3' +
  '1,6ld 2x 2x,6lf 2x 3a,6lh 3a 2x,6lk 2x 3c,6lm 3c 2x,6lt 2x 2x,6lv 2x 3a,6lx 3a 2x,6m0 2x 3c,6m2 3c 2' +
  'x,76x 1d 1c,76y 1d 1d,76z 1d 1e,770 1d 1f,771 1d 1g,772 1d 1h,773 1d 1i,774 1d 1j,775 1d 1k,776 1d 1' +
  'l,777 1e 1c,77s 1d 1a,77t 1e 1a,77u 1f 1a,77v 1g 1a,77w 1h 1a,77x 1i 1a,77y 1j 1a,77z 1k 1a,780 1l 1' +
  'a,9xt 1e 1d,9xu 1e 1e,9xv 1e 1f,9xw 1e 1g,9xx 1e 1h,9xy 1e 1i,9xz 1e 1j,9y0 1e 1k,9y1 1e 1l,9y2 1f 1' +
  'c,9y3 1f 1d,9y4 1f 1e,9y5 1f 1f,9y6 1f 1g,9y7 1f 1h,a0h 1f 1i,a0i 1f 1j,a0j 1f 1k,a0k 1f 1l,a0l 1g 1' +
  'c,a0m 1g 1d,a0n 1g 1e,a0o 1g 1f,a0p 1g 1g,a0q 1g 1h,a0r 1g 1i,a0s 1g 1j,a0t 1g 1k,a0u 1g 1l,a0v 1h 1' +
  'c,a18 2w 2v,a1a 2t 3a,a5u 2s 2p,a5v 2p 39,a5x 33 3a,a5y 34 2r,a5z 2s 31,a62 2x 39,a68 34 2p,a69 32 2' +
  'p,a6a qk 2p,a6b 31 2p,a6c 2z 2p,a6d 2z 2q,a6e 31 2q,a6f 2v 2q,a6i 34 2u,a6j 32 2u,a6k qk 2u,a6l qk 2' +
  'v,a6m 31 2v,a6n 2z 2v,a6o 2w 3e,a6t qk 30,a6u 31 30,a6v 2s 30,a6w 2z 30,a6x 2u 31,a6y 32 31,a6z qk 3' +
  '1,a70 31 31,a71 2r 31,a72 2z 31,a75 31 1e,a79 31 1f,a7d 34 2p,a7k 34 37,a7l 32 37,a7m qk 37,a7n 31 3' +
  '7,a7o 34 3a,a7p 32 3a,a7q qk 3a,a7r 31 3a,a7s 2z 3a,a7t 31 3a,a7u 34 3b,a7v 32 3b,a7w qk 3b,a7x 31 3' +
  'b,a7y 2z 3b,a7z 31 3b,a80 2z qx,a81 31 qx,a83 2q 35,a84 2r 2r,a85 2r 2s,a88 2s 2q,a89 2v 3d,a8a 2w 2' +
  'p,a8b 2w 34,a8c 2x 32,a8d 2z 2z,a8e 2z 31,a8f 2z 38,a8g 30 31,a8h 30 32,a8j 30 3c,a8k 31 2q,a8n 34 2' +
  'w,a8q 34 36,a8r 37 36,a8s 37 3a,a8t 3b 2q,1dkw 2u 2u,1dkx 2u 2x,1dky 2u 30,1dl1 37 38,1dl2 37 38,1dl' +
  'f 12s 12u,1dlg 12s 12d,1dlh 12s 12j,1dli 132 12u,1dlj 12s 12l,1dn3 15c 15o,1dr1 1c7 19w,1dre 18q 17r' +
  ',1drf 18q 17r,1drg 18q 18n,1drh 18q 18n,1dri 18q 18o,1drj 18q 18o,1drk 18q 1c7,1drl 18q 1c7,1drm 18q' +
  ' 1c6,1drn 18q 1c6,1dro 18q 1c8,1drp 18q 1c8,1drq 18q 1cg,1drr 18q 1cg,1drs 18q 1cg,1drt 18q 18q,1dru' +
  ' 18q 18q,1drv 18q 18q,1ds0 18q 17w,1ds1 18q 17x,1ds2 18q 18l,1ds3 18q 18q,1ds4 18q 18q,1ds5 17s 17w,' +
  '1ds6 17s 17x,1ds7 17s 17y,1ds8 17s 18l,1ds9 17s 18q,1dsa 17s 18q,1dsb 17u 17w,1dsc 17u 17x,1dsd 17u ' +
  '17y,1dse 17u 18l,1dsf 17u 18q,1dsg 17u 18q,1dsh 17v 17w,1dsi 17v 18l,1dsj 17v 18q,1dsk 17v 18q,1dsl ' +
  '17w 17x,1dsm 17w 18l,1dsn 17x 17w,1dso 17x 18l,1dsp 17y 17w,1dsq 17y 17x,1dsr 17y 18l,1dss 183 17w,1' +
  'dst 183 17x,1dsu 183 17y,1dsv 183 18l,1dsw 185 17x,1dsx 185 18l,1dsy 186 17w,1dsz 186 17x,1dt0 186 1' +
  '7y,1dt1 186 18l,1dt2 187 17x,1dt3 187 18l,1dt4 188 18l,1dt5 189 17w,1dt6 189 18l,1dt7 18a 17w,1dt8 1' +
  '8a 18l,1dt9 18h 17w,1dta 18h 17x,1dtb 18h 17y,1dtc 18h 18l,1dtd 18h 18q,1dte 18h 18q,1dtf 18i 17x,1d' +
  'tg 18i 18l,1dth 18i 18q,1dti 18i 18q,1dtj 18j 17r,1dtk 18j 17w,1dtl 18j 17x,1dtm 18j 17y,1dtn 18j 18' +
  'k,1dto 18j 18l,1dtp 18j 18q,1dtq 18j 18q,1dtr 18k 17w,1dts 18k 17x,1dtt 18k 17y,1dtu 18k 18l,1dtv 18' +
  'k 18q,1dtw 18k 18q,1dtx 18l 17w,1dty 18l 17x,1dtz 18l 17y,1du0 18l 18l,1du1 18l 18q,1du2 18l 18q,1du' +
  '3 18m 17w,1du4 18m 17x,1du5 18m 17y,1du6 18m 18l,1du7 18m 18q,1du8 18m 18q,1du9 18n 17w,1dua 18n 18l' +
  ',1dub 18n 18q,1duc 18n 18q,1dud 18q 17w,1due 18q 17x,1duf 18q 17y,1dug 18q 18l,1duh 18q 18q,1dui 18q' +
  ' 18q,1dus 18q 181,1dut 18q 182,1duu 18q 18l,1duv 18q 18m,1duw 18q 18q,1dux 18q 18q,1duy 17s 181,1duz' +
  ' 17s 182,1dv0 17s 18l,1dv1 17s 18m,1dv2 17s 18q,1dv3 17s 18q,1dv4 17u 181,1dv5 17u 182,1dv6 17u 18l,' +
  '1dv7 17u 18m,1dv8 17u 18q,1dv9 17u 18q,1dva 17v 181,1dvb 17v 182,1dvc 17v 18l,1dvd 17v 18m,1dve 17v ' +
  '18q,1dvf 17v 18q,1dvg 18h 18q,1dvh 18h 18q,1dvi 18i 18q,1dvj 18i 18q,1dvk 18j 17r,1dvl 18j 18k,1dvm ' +
  '18j 18l,1dvn 18j 18q,1dvo 18j 18q,1dvp 18k 18l,1dvq 18k 18q,1dvr 18k 18q,1dvs 18l 17r,1dvt 18l 18l,1' +
  'dvu 18m 181,1dvv 18m 182,1dvw 18m 18l,1dvx 18m 18m,1dvy 18m 18q,1dvz 18m 18q,1dw1 18q 181,1dw2 18q 1' +
  '82,1dw3 18q 18l,1dw4 18q 18m,1dw5 18q 18q,1dw6 18q 18q,1dw7 18q 17w,1dw8 18q 17x,1dw9 18q 17y,1dwa 1' +
  '8q 18l,1dwb 18q 18n,1dwc 17s 17w,1dwd 17s 17x,1dwe 17s 17y,1dwf 17s 18l,1dwg 17s 18n,1dwh 17u 17w,1d' +
  'wi 17u 17x,1dwj 17u 17y,1dwk 17u 18l,1dwl 17u 18n,1dwm 17v 18l,1dwn 17w 17x,1dwo 17w 18l,1dwp 17x 17' +
  'w,1dwq 17x 18l,1dwr 17y 17w,1dws 17y 18l,1dwt 183 17w,1dwu 183 17x,1dwv 183 17y,1dww 183 18l,1dwx 18' +
  '5 17x,1dwy 185 17y,1dwz 185 18l,1dx0 186 17w,1dx1 186 17x,1dx2 186 17y,1dx3 186 18l,1dx4 187 17x,1dx' +
  '5 188 18l,1dx6 189 17w,1dx7 189 18l,1dx8 18a 17w,1dx9 18a 18l,1dxa 18h 17w,1dxb 18h 17x,1dxc 18h 17y' +
  ',1dxd 18h 18l,1dxe 18i 17x,1dxf 18i 18l,1dxg 18j 17w,1dxh 18j 17x,1dxi 18j 17y,1dxj 18j 18k,1dxk 18j' +
  ' 18l,1dxl 18k 17w,1dxm 18k 17x,1dxn 18k 17y,1dxo 18k 18l,1dxp 18k 18n,1dxq 18l 17w,1dxr 18l 17x,1dxs' +
  ' 18l 17y,1dxt 18l 18l,1dxu 18m 17w,1dxv 18m 17x,1dxw 18m 17y,1dxx 18m 18l,1dxy 18m 18n,1dxz 18n 17w,' +
  '1dy0 18n 18l,1dy2 18q 17w,1dy3 18q 17x,1dy4 18q 17y,1dy5 18q 18l,1dy6 18q 18n,1dy7 18q 18l,1dy8 18q ' +
  '18n,1dy9 17s 18l,1dya 17s 18n,1dyb 17u 18l,1dyc 17u 18n,1dyd 17v 18l,1dye 17v 18n,1dyf 183 18l,1dyg ' +
  '183 18n,1dyh 184 18l,1dyi 184 18n,1dyj 18j 18k,1dyk 18j 18l,1dyl 18k 18l,1dym 18m 18l,1dyn 18m 18n,1' +
  'dyo 18q 18l,1dyp 18q 18n,1dyt 187 18q,1dyu 187 18q,1dyv 189 18q,1dyw 189 18q,1dyx 18a 18q,1dyy 18a 1' +
  '8q,1dyz 183 18q,1dz0 183 18q,1dz1 184 18q,1dz2 184 18q,1dz3 17x 18q,1dz4 17x 18q,1dz5 17w 18q,1dz6 1' +
  '7w 18q,1dz7 17y 18q,1dz8 17y 18q,1dz9 185 18q,1dza 185 18q,1dzb 186 18q,1dzc 186 18q,1dzd 184 17w,1d' +
  'ze 184 17x,1dzf 184 17y,1dzg 184 18l,1dzh 184 181,1dzi 183 181,1dzj 185 181,1dzk 186 181,1dzl 187 18' +
  'q,1dzm 187 18q,1dzn 189 18q,1dzo 189 18q,1dzp 18a 18q,1dzq 18a 18q,1dzr 183 18q,1dzs 183 18q,1dzt 18' +
  '4 18q,1dzu 184 18q,1dzv 17x 18q,1dzw 17x 18q,1dzx 17w 18q,1dzy 17w 18q,1dzz 17y 18q,1e00 17y 18q,1e0' +
  '1 185 18q,1e02 185 18q,1e03 186 18q,1e04 186 18q,1e05 184 17w,1e06 184 17x,1e07 184 17y,1e08 184 18l' +
  ',1e09 184 181,1e0a 183 181,1e0b 185 181,1e0c 186 181,1e0d 184 17w,1e0e 184 17x,1e0f 184 17y,1e0g 184' +
  ' 18l,1e0h 183 18n,1e0i 184 18n,1e0j 187 18l,1e0k 183 17w,1e0l 183 17x,1e0m 183 17y,1e0n 184 17w,1e0o' +
  ' 184 17x,1e0p 184 17y,1e0q 187 18l,1e0r 188 18l,1ed1 18k 17r,1ed2 18k 17r,1ed3 18k 17r,1ed4 18k 17r,' +
  '1ed5 18k 17r,1ed6 18k 17r,1ed7 18k 17r,1ed8 18k 17r,2q68 1c 1a,2q69 1c 18,2q6a 1d 18,2q6b 1e 18,2q6c' +
  ' 1f 18,2q6d 1g 18,2q6e 1h 18,2q6f 1i 18,2q6g 1j 18,2q6h 1k 18,2q6i 1l 18,2q7h 2r 2s,2q7i 3b 3e,2q8a ' +
  '2w 3a,2q8b 31 3a,2q8c 37 2s,2q8d 37 37,2q8f 3b 2r,2q96 31 2r,2q97 31 2s,2q98 31 36,2qa8 2s 2y'

/** Han characters, each before its simplified form. */
export const hanPairs =
  '㑮𫝈㑯㑔㑳㑇㑶㐹㒓𠉂㒖𮯵㒜𠇐㒣𬾖㒿𰖩㓄𪠟㓖𰃻㓨刾㔃𫦌㔅𫦅㔋𪟎㔝𫦩㔢𫦳㕒𰆕㕢𰇀㖦𰇎㖮𪠵㗙𫩩㗢𰇖㗣𫪺㗰𫩛㗲𠵾㗶𭇜㗻𫪀㗼𫩤㗿𪡛㘓𪢌㘔𫬐㘖𰉁㘙𫪂㘚㘎㘤𡈛㙔𰉘㙡𭎂㙢𰊟㙬𫮜㙺𰊛㙾𰉽㛍𮰿㛝𫝦㜄㚯㜏㛣㜐𫝧㜕𮱇㜗𡞋㜞𰌆' +
  '㜢𡞱㜥𫰨㜭𫰠㜮𫱕㜰𮰽㜷𡝠㜺𫲗㝞𫳃㝟𫤸㞞𪨊㟦𮱩㟺𪩇㠁𫶅㠆𮱯㠏㟆㠠𰎐㠣𫵷㡓𫷅㡞𰏜㢗𪪑㢝𢋈㤲𫺁㥮㤘㥷𰑸㦊𫺆㦎𢛯㦖𫺓㦛𢗓㦞𪫷㦡𮲃㦦𫻁㦬𰑫㦭𭝋㨛𰓔㨟𫼥㨥𫽀㨻𪮃㩇𫽇㩋𪮋㩌𫽧㩜㨫㩣𫾉㩭𫽊㩳㧐㩵擜㩷𰔲㩹𢶣㪎𪯋㪹𬖠㬢𮲛' +
  '㬣𬀮㬮𰖠㮓𣕲㮝𣒗㮲𰗙㮿𮲰㯂𰘀㯆𰗡㯤𣘐㯸𰗦㯼𣙥㰂𰗵㰄𮲶㰅𭫙㰍𬺜㰰𬅢㰳𭭈㲯𰚪㲰𰚔㲲𬇇㴸𰛛㴿𰛽㵍𬇰㵑𰜢㵒𬈕㵗𣳆㵤𬉇㵾𪷍㶆𫞛㶌𣾍㶍𰝟㶏𰝋㶒𰛩㶕𰝗㷃𰝾㷍𤆢㷲𰞉㷶𰞲㷻𭴊㷿𤈷㸅𰞍㸊𬋍㸐𬊾㹓𰠴㹽𫞣㺏𤠋㺑𬌷㺜𪺻㻶𪼋㻽㻪' +
  '㼀𮴘㼁𮴂㼆𬎆㼈𭹜㼻𬎧㾵𬏟㾺𬏜㿉𰣶㿎𬏷㿖𪽮㿗𤻊㿧𤽯㿹𰤨䀉𥁢䀍𰥊䀴𬑏䀹𥅴䁝𰥞䁪𥇢䁱𬑒䁻䀥䂎𥎝䂓𰦔䃁𰦴䃕𰦷䃘𬒎䃢𰧎䃣𰦨䃤𬒕䃮鿎䃴𰧘䅐𫀨䅘𥟂䅳𫀬䆅𰨳䆉𫁂䇓𰩧䉆𮵮䉍𬕊䉐𬕛䉑𫁲䉙𥬀䉬𫂈䉱𬕦䉲𥮜䉶𫁷䊜𰪫䊟𰫋䊭𥺅䊲𬡻' +
  '䊵𮉠䊷䌶䊺𫄚䋃𫄜䋆𰬁䋍𰬂䋎𬘜䋏𮉣䋐𬘙䋑𰬃䋔𫄞䋙䌺䋚䌻䋦𫄩䋫𰬑䋹䌿䋺𬘴䋻䌾䋼𫄮䋽𰬭䋾𬘲䋿𦈓䌁𬘱䌇𰬱䌈𦈖䌋𦈘䌌𰬶䌐𬘮䌖𦈜䌝𦈟䌞𬘪䌟𦈞䌥𦈠䌪𬙁䌰𦈙䍤𫅅䍷𬙭䍽𦍠䎘𬚄䎙𫅭䎱䎬䏊𰭹䐢𰮙䐣𬁽䐷𬂅䐹𰮲䐽𰯎䑗𬛹䑼𰰌䓣𬜯' +
  '䔇𰰴䔈𰱀䔡𬝁䕏𮶝䕡𰱩䕤𫟕䕳𦰴䕹𰰶䕼𬝴䖀𰲖䖅𫟑䖚𰲟䗃𰲳䗅𫊪䗥𰲯䗻𮔂䗽𰳚䗿𧉞䙔𫋲䙡䙌䙱𧜭䙼𰴖䚆𬢑䚉𬢐䚕𰴗䚞𰴤䚩𫌯䚳𬣛䚵𬣟䚽𬣜䛀𰵐䛄𫍠䛌𰵜䛍𬣧䛘𬣯䛛𬣬䛞𬣸䛠𰵫䛤𬣹䛬𬤁䛭𰵰䛳𫍫䛴𮷈䛽𬤌䛿𬤑䜀䜧䜄𰶈䜉𬤘䜋𬤉䜍𬤟' +
  '䜎𬣿䜏𰶇䜒𬤡䜖𫟢䜚𬤪䜝𬤬䝏𰶬䝕𬥄䝭𫎧䝯𬥵䝻𧹕䝼䞍䞀𬥽䞁𬥺䞂𬥻䞈𧹑䞉𰷩䞋𫎪䞓𫎭䞶𬦅䟃𫎺䟆𫎳䟏𰷴䟐𫎱䟺𬦥䠆𫏃䠟𰸈䠠𰸛䠩𰸊䠮𬧃䠱𨅛䡁𬧢䡄𮷖䡅𰹳䡇𰹷䡊𰹺䡐𫟤䡗𬨆䡘𬨉䡝𰺑䡟𬨌䡦𬨑䡩𫟥䡰𰺘䡴𰺝䡵𫟦䡶𬨔䡷𰺡䡻𰺤䡾𰺠' +
  '䢈𰺭䢨𨑹䤌𮠞䤍𰼑䤠𰽠䤤𫟺䤥𰽺䤨𰽸䤩𬭈䤪𬭆䤬𰾈䤭𮸌䤵𰾐䤸𰾦䤻𰾖䤼𬭣䥄𫠀䥇䦂䥑鿏䥓𮸞䥕𬭯䥖𰾻䥗𫔋䥛𬭴䥝𰿁䥞𬭻䥩𨱖䥯𫔆䥱䥾䥴𰿅䥶𰽝䥷𰿇䥸𨧮䦌𮤬䦎𰿨䦖𮸥䦘𨸄䦛䦶䦝𬮨䦟䦷䦣𮸦䦪𰿴䦯𫔵䦱𰿫䦳𨷿䧞𬮺䧢𨸟䨴𱁒䩤𮸮䩫𬰥' +
  '䪊𫖅䪍𱁽䪏𩏼䪐𱂅䪓𬰳䪗𩐀䪘𩏿䪜𬰷䪝𱂌䪥𱂎䪴𫖫䪼𱂢䪾𫖬䫀𫖱䫂𫖰䫈𬱣䫉𬥈䫌𱂮䫏𬱦䫐𬃲䫜𬱮䫟𫖲䫠𬱰䫥𱆚䫩𬱬䫴𩖗䫶𫖺䫻𫗇䫼𬱷䫾𫠈䬀𱃖䬂𬱸䬅𱃚䬍𬲀䬎𬱿䬐𱃜䬓𫗊䬔𱃞䬘𩙮䬝𩙯䬞𩙧䬟𱃙䬣𱃱䬧𫗟䬪𱃳䬫𬲮䬬𱃵䬯𬲫䬲𬲯䬳𱃷' +
  '䬶𬲷䬹𱃸䬾𬲻䭀𩠇䭃𩠈䭅𬲾䭇𬳀䭈𱄃䭉𬳅䭑𫗱䭒𬳋䭓𱃹䭔𫗰䭕𬲕䭘𬳑䭞𬲳䭡𱄉䭢𬲲䭣𬲶䭭𬱯䭿𩧭䮂𱅄䮄𫠊䮈𬳾䮗𬴁䮝𩧰䮞𩨁䮠𩧿䮧𱅠䮫𩨇䮰𫘮䮲𱅦䮳𩨏䮸𬳸䮽𬴍䮾𩧪䮿𬴏䯀䯅䯤𩩈䰎𱆃䰐𱆅䰖𱆈䰫𱆙䰲𱇍䰷𬶆䰻𱇕䰽𱇑䰾鲃䱀𫚐䱁𫚏' +
  '䱂𱇤䱅𱇚䱇𱇞䱌𱇬䱍𬶊䱎𱇥䱐𱇲䱒𱇰䱓𬶓䱗𮬞䱙𩾈䱚𮬠䱛𮬟䱜𱇷䱟𱈀䱡𱇽䱤𱇻䱥𱇹䱧𫚠䱬𩾊䱭𱈇䱰𩾋䱱𬶤䱴𱈈䱵𮬢䱷䲣䱸𫠑䱹𬶣䱻𮬡䱽䲝䱾𱈆䲁鳚䲅𫚜䲉𱈒䲏𬶗䲕𬶴䲖𩾂䲗𮬣䲘鳤䲙𬶎䲚𱈖䲛𱈛䲨𬷾䲰𪉂䲸𮭡䲹𱉖䲼𬸆䳅𱉙䳇𱉞䳍𮭥' +
  '䳏𱉤䳒𱉧䳓𱉦䳕𱉺䳚𱉶䳜𫛬䳟𱊂䳢𫛰䳤𫛮䳥𮹗䳧𫛺䳨𬸛䳫𫛼䳭𱉼䳮𱊓䳲𱊙䳺𱊣䳽𮹙䴇𱊪䴈𬸩䴉鹮䴋𫜅䴏𮹜䴚𮭰䴝𱊼䴬𪎈䴭𬹅䴮𱋆䴱𫜒䴲𱋊䴳𱋎䴴𪎋䴵𱋔䴷𬹉䴸𱋗䴹𱋙䴺𱋝䴽𫜔䵂𱋪䵃𱋫䵆𱋮䵐𱋴䵘𬓸䵳𪑅䵴𫜙䵶𱌁䵷𱌃䶕𫜨䶗𮯙䶢𬺍' +
  '䶣𬺃䶦𬺉䶧𱌰䶨𱌵䶪𬺕䶱𱍇䶲𫜳丟丢並并乾干亂乱亞亚佇伫併并來来侖仑侶侣俁俣係系俓𠇹俔伣俠侠俥伡倀伥倆俩倈俫倉仓個个們们倫伦倲㑈偉伟偑㐽偩𰁾側侧偵侦偽伪傌㐷傑杰傖伧傘伞備备傢家傪𫢺傭佣傯偬傱𰁧傳传傴伛債债' +
  '傷伤傾倾僀𰂗僂偻僅仅僆𫢪僉佥働𫢙僑侨僓𰂜僕仆僗𫢬僞伪僤𫢸僥侥僨偾僩𰂎僴𰂋價价僾𫣊儀仪儁㑺儂侬億亿儅𰁸儈侩儉俭儐傧儔俦儕侪儖𫣉儘尽償偿儢𰂦儣𠆲儥𰂏儩𰂭優优儮𮯸儰𫢭儱𫢒儲储儷俪儸㑩儹𰃆儺傩儻傥儼俨兌兑兒儿' +
  '兗兖內内兩两冊册冪幂凈净凍冻凔𰃷凙𪞝凜凛凟𰃿凱凯凴𮰉別别刪删剄刭則则剋克剎刹剗刬剛刚剝剥剮剐剴剀創创剸𰄞剾𠛅劃划劇剧劉刘劊刽劌刿劍剑劏㓥劑剂劗𭄛劚㔉勁劲勑𠡠動动務务勛勋勝胜勞劳勢势勣𪟝勩勚勱劢勴𰅔勵励' +
  '勸劝勻匀匭匦匯汇匰𰅦匱匮匵𰅥區区協协卨𫧯卻却厙厍厠厕厭厌厱𰆚厲厉厴厣參参叄叁叢丛吒咤吳吴吶呐呂吕咼呙員员哯𠯟唄呗唊𰇕唓𪠳唚吣唻𫪁問问啓启啞哑啟启啢唡喎㖞喚唤喡𮰔喪丧喬乔單单喲哟嗆呛嗇啬嗊唝嗎吗嗚呜嗧𰇠' +
  '嗩唢嗶哔嗹𪡏嗿𰇲嘄𫪧嘆叹嘇𰇼嘍喽嘓啯嘔呕嘖啧嘗尝嘜唛嘩哗嘪𪡃嘮唠嘯啸嘰叽嘳𪡞嘵哓嘸呒嘺𪡀嘽啴噁恶噅𠯠噓嘘噚㖊噝咝噞𪡋噠哒噥哝噦哕噯嗳噲哙噴喷噸吨噹当嚀咛嚂𰈓嚇吓嚈𫩫嚌哜嚍𫩺嚐𰈇嚕噜嚙啮嚛𪠸嚝𫩕嚠𭇯嚦呖' +
  '嚧𠰷嚨咙嚩𰈶嚪𫫦嚫𰈍嚬𫫾嚮向嚱𰇣嚲亸嚳喾嚴严嚶嘤嚸𰈊嚽𪢕嚿𫩥囀啭囁嗫囂嚣囃𠱞囅冁囇𫪃囈呓囉啰囋𰉄囌苏囐𰈯囑嘱囒𪢠囕𰈆囪囱圇囵國国圍围園园圓圆圖图團团圞𪢮垵埯垷𰉚垻坝埉𰉥埡垭埨𫭢埬𪣆埰采執执堅坚堈𰉙堊垩' +
  '堖垴堚𪣒堝埚堯尧報报場场塊块塋茔塏垲塒埘塗涂塢坞塤埙塵尘塸𫭟塹堑塼𫭞塿𪣻墆𰊂墊垫墋𫮅墏𰊈墜坠墝𫭪墠𫮃墢𫭨墧𰉩墮堕墳坟墶垯墷𰉪墻墙墾垦墿𰉣壇坛壈𡒄壋垱壍𰊢壏𰊑壐𡊑壒𭏦壓压壔𭎜壗𡋤壘垒壙圹壚垆壛𰊡壝𭏸壞坏' +
  '壟垄壠垅壢坜壣𪤚壧𫭲壩坝壪塆壯壮壺壶壼壸壽寿夠够夢梦夥伙夾夹奐奂奧奥奩奁奪夺奫𫯶奬奖奮奋奯𫯥奲𫰂奼姹妝妆姍姗姦奸娙𫰛娛娱婁娄婡𫝫婦妇婭娅婸𰋸媁𫰍媈𫝨媜𰌂媧娲媯妫媰㛀媼媪媽妈嫈𰌀嫗妪嫢𫰹嫥𰋹嫧𰌇嫵妩嫻娴' +
  '嫿婳嬀妫嬃媭嬅𫰡嬇𫝬嬈娆嬋婵嬌娇嬐𫰰嬒𫰢嬙嫱嬝𮱒嬟𮰸嬡嫒嬣𪥰嬤嬷嬦𫝩嬧𮱁嬪嫔嬮𰋽嬰婴嬸婶嬻𪥿嬾𰌙孄𫝮孆𫝭孇𪥫孋㛤孌娈孎𡠟孏𮰾孫孙孲𰌦學学孻𡥧孾𪧀孿孪宮宫寠𪧘寢寝實实寧宁審审寪𰌷寫写寬宽寯㝦寵宠寶宝寷𫲸' +
  '將将專专尋寻對对導导尷尴屆届屍尸屓屃屜屉屢屡層层屨屦屩𪨗屬属岡冈峴岘島岛峽峡崍崃崗岗崙𪨧崠𰎏崢峥崬岽崱𰎖崵𫵵嵐岚嵷𰎌嵸𡵝嵼𡶴嵽𫶇嵾㟥嶁嵝嶄崭嶇岖嶈𡺃嶔嵚嶗崂嶠峤嶢峣嶤𰎔嶧峄嶨峃嶩𰎞嶪𰎑嶮崄嶴岙嶸嵘嶹𫝵' +
  '嶺岭嶼屿嶽𰎫巃𰎎巆𫶕巊𪩎巋岿巑𰏁巒峦巔巅巖𰎠巗𪨷巘𪩘巚𰎹巠𢀖巰巯帥帅師师帳帐帴𰏕帶带幀帧幃帏幓㡎幗帼幘帻幟帜幠𭘓幣币幩𪩸幫帮幬帱幰𫷉幱𰏟幹干幺么幾几庫库庲𫷬廁厕廂厢廄厩廈厦廎庼廔𫷹廕𫷮廗𰏼廚厨廝厮廞𫷷' +
  '廟庙廠厂廡庑廢废廣广廥𰏶廧𪪞廩廪廬庐廮𫷾廳厅弒弑弳弪張张強强彄𫸩彆别彈弹彌弥彍𭚦彎弯彙汇彞彝彠彟彥彦彲彨後后徑径從从徠徕復复徵征徹彻徿𪫌恆恒恥耻悅悦悏𫺂悓𮲁悞悮悵怅悶闷惀𰑄惡恶惱恼惲恽惻恻愇𫹴愛爱愜惬' +
  '愨悫愩𫺌愴怆愷恺愾忾慄栗態态慍愠慐𰑟慖𮲇慘惨慙𰑧慚惭慟恸慣惯慤悫慪怄慫怂慮虑慯𫹽慱𰑁慲𰒆慳悭慶庆慸𰑵慹𰑔慺㥪憂忧憅𮲄憊惫憍㤭憐怜憑凭憒愦憖慭憚惮憢𢙒憤愤憦𫺘憪𰑥憫悯憮怃憲宪憴𰑪憶忆憸𪫺憹𢙐懀𢙓懇恳應应' +
  '懌怿懍懔懓𭞄懕𰑕懘𰒒懙𫹮懜𢟼懞蒙懟怼懠𫺊懣懑懤㤽懧㤖懨恹懩𫺪懫𰑬懭𰐾懰𰑙懲惩懶懒懷怀懸悬懺忏懼惧懾慑戀恋戁𫺷戃𰑿戇戆戔戋戠只戧戗戩戬戰战戱戯戲戏戶户拋抛挩捝挾挟捨舍捫扪捲卷掁𰓄掃扫掄抡掆㧏掗挜掙挣掚𪭵' +
  '掛挂採采揀拣揚扬換换揮挥搊𫼝損损搎𰓧搖摇搗捣搵揾搶抢摀𰓆摃𫼱摋𢫬摐𪭢摑掴摕𰔇摙𫽁摜掼摟搂摪𫽣摫𰓻摯挚摲𰓼摳抠摶抟摺折摻掺摼𰓱撈捞撊𪭾撋𰓷撌𰔋撏挦撐撑撓挠撝㧑撟挢撣掸撥拨撧𪮖撫抚撲扑撳揿撶𫼧撻挞撾挝撿捡' +
  '擁拥擃𫼮擄掳擇择擈𭠙擊击擋挡擓㧟擔担據据擟𪭧擠挤擣𢭏擥㧛擧𢪓擪𰓙擫𢬍擬拟擯摈擰拧擱搁擲掷擳𰓜擴扩擷撷擺摆擻擞擼撸擽㧰擾扰攄摅攆撵攋𪮶攎𢫘攏拢攑𫽥攔拦攖撄攙搀攛撺攜携攝摄攞𫽋攢攒攣挛攤摊攦𰓬攧𭣇攩𫽮攪搅' +
  '攬揽攳𰕁敗败敘叙敳𮲔敵敌數数敺𰕅敿𰕈斁𭣧斂敛斃毙斄𭤎斅𢽾斆敩斕斓斬斩斷断斸𣃁於于旝𰕭旟𭤰昜𠃓時时晉晋晛𬀪晝昼暈晕暉晖暊𮲟暐𬀩暘旸暟𬀱暢畅暫暂曄晔曆历曇昙曉晓曊𪰶曏向曖暧曠旷曥𣆐曨昽曬晒曭𭧋曮𰖈書书會会' +
  '朥𦛨朧胧東东柵栅桱𣐕桿杆梔栀梖𪱷梘枧梜𬂩條条梟枭梲棁棄弃棆𰗖棖枨棗枣棟栋棡㭎棧栈棲栖棶梾椏桠椚𭩛椲㭏楇𣒌楊杨楎𰗢楓枫楨桢業业極极榝𬂮榪杩榮荣榯𰗨榲榅榿桤構构槍枪槤梿槧椠槨椁槫𣏢槮椮槳桨槶椢槻𬃀槼椝樁桩' +
  '樂乐樅枞樓楼標标樞枢樠𣗊樢㭤樣样樫㭴樲𬃘樳桪樸朴樹树樺桦樻𭫀樿椫橃𭩰橅𬂠橈桡橋桥橚𰗹機机橢椭橨𰗺橫横橯𣓿檁檩檂𬂰檉柽檋𰘈檒𮨴檔档檛𭪆檜桧檟槚檡𰗛檢检檣樯檥𭩚檭𣘴檮梼檯台檰𰘣檲𣑝檳槟檵𪲛檸柠檻槛檾𰘓檿𰗜' +
  '櫃柜櫅𪲎櫍𬃊櫎𰗓櫏𰗬櫓橹櫚榈櫛栉櫝椟櫞橼櫟栎櫠𪲮櫢𰘸櫥橱櫦𮲲櫧槠櫨栌櫩𰘠櫪枥櫫橥櫬榇櫯𰘶櫱蘖櫳栊櫴𰘳櫶𬃫櫸榉櫹𰘩櫻樱櫽𬄩欄栏欆𮲮欇𪳍權权欍𣐤欏椤欐𪲔欑𪴙欒栾欓𣗋欖榄欘𣚚欞棂欽钦歄𬅥歍𰙋歐欧歕𬅫歗𰙑歛𰙎' +
  '歞𪴯歟欤歡欢歲岁歷历歸归歿殁殘残殞殒殢𣨼殤殇殨㱮殫殚殮殓殯殡殰㱩殲歼殺杀殻壳殼壳毀毁毄𬆦毆殴毊𪵑毿毵氀𰚦氂牦氈毡氌氇氣气氫氢氬氩氭𣱝氳氲決决沒没沖冲況况洶汹浹浃浿𬇙涇泾涷𰛒涼凉淚泪淥渌淪沦淵渊淶涞淺浅' +
  '渙涣減减渢沨渦涡測测渾浑湊凑湋𣲗湞浈湯汤溈沩準准溝沟溡𪶄溤𰛊溫温溮浉溰𰛥溳涢滄沧滅灭滌涤滎荥滬沪滭𰛡滯滞滲渗滷卤滸浒滻浐滾滚滿满漁渔漊溇漍𬇹漎𰛏漐𰛣漙𬇘漚沤漢汉漣涟漬渍漲涨漵溆漸渐漿浆潁颍潑泼潔洁潕𣲘' +
  '潙沩潚㴋潛潜潣𫞗潤润潬𬈁潯浔潰溃潷滗潿涠澀涩澅𣶩澆浇澇涝澐沄澒𭱊澕𮳆澖𰛵澗涧澠渑澢𭰎澤泽澦滪澩泶澫𬇕澬𫞚澮浍澰𰛲澱淀澾㳠濁浊濃浓濄㳡濆𣸣濇𬈧濊𰛦濕湿濘泞濚溁濛蒙濜浕濟济濤涛濧㳔濫滥濰潍濱滨濴𬈜濺溅濼泺' +
  '濾滤濿𪵱瀁𰜝瀂澛瀃𣽷瀄𰛤瀅滢瀆渎瀇㲿瀈𰝍瀉泻瀋沈瀏浏瀕濒瀗𮳏瀘泸瀙𰜜瀝沥瀟潇瀠潆瀢𬉋瀦潴瀧泷瀨濑瀭𮳗瀯𰝅瀰㳽瀲潋瀳𰜨瀴𰜳瀵𬉂瀾澜灃沣灄滠灍𫞝灑洒灒𪷽灓𰛪灕漓灘滩灙𣺼灝灏灟𭲫灠𰜐灡㳕灣湾灤滦灦𰝤灧滟災灾' +
  '為为烏乌烴烃焛𬮟無无煇𪸩煈𮳠煉炼煒炜煙烟煢茕煥焕煩烦煬炀煱㶽煼𬊂熂𪸕熅煴熉𤈶熌𤇄熒荧熓𤆡熕𬊎熗炝熞𰞤熡𤋏熰𬉼熱热熲颎熾炽燀𬊤燁烨燆𮳧燈灯燌𰞻燒烧燖𬊈燘𬊖燙烫燜焖營营燡𰞇燦灿燭烛燰𬊺燴烩燵𬊉燶㶶燼烬燽𬊍' +
  '燾焘爁𬊶爃𫞡爄𤇃爍烁爐炉爓𰟘爖𤇭爗𮳴爛烂爣𬊵爥𪹳爧𫞠爭争爲为爺爷爾尔牆墙牋𰠛牘牍牼𰠲牽牵犅𰠫犓𬌝犖荦犞𪺭犢犊犤𰠹犧牺狀状狹狭狽狈猌𪺽猍𰡎猙狰猧𰡏猶犹猻狲獁犸獄狱獅狮獊𪺷獎奖獑𰡔獖𰡞獟𬌮獢𰡊獨独獩𤞃獪狯' +
  '獫猃獮狝獰狞獱㺍獲获獵猎獷犷獸兽獹𰡄獺獭獻献獼猕玀猡玁𤞤玂𰡩珼𫞥現现琖𬍙琺珐琿珲瑋玮瑒玚瑙𰡻瑣琐瑤瑶瑩莹瑪玛瑲玱瑻𪻲瑽𪻐璉琏璊𫞩璍𮴔璕𬍤璗𬍡璛𰢄璝𪻺璡琎璣玑璦瑷璫珰璯㻅環环璵玙璸瑸璹𰡽璼𫞨璽玺璾𫞦瓄𪻨' +
  '瓅𬍛瓊琼瓏珑瓐𰡵瓓𬎑瓔璎瓕𤦀瓚瓒瓛𤩽甊𰢦甌瓯甒𰢢甖𰢤產产産产畝亩畢毕畫画異异當当疇畴疊叠痙痉痮𪽪痾疴瘂痖瘋疯瘍疡瘑𬏮瘒𬏫瘓痪瘞瘗瘡疮瘧疟瘮瘆瘱𪽷瘲疭瘺瘘瘻瘘療疗癆痨癇痫癈𬏦癉瘅癎𰣯癐𤶊癘疠癟瘪癠𰣬癢痒' +
  '癤疖癥症癧疬癩癞癪𰣼癬癣癭瘿癮瘾癰痈癱瘫癲癫癴𰣽發发皚皑皟𤾀皪𰤕皰疱皸皲皺皱皾𰤬盜盗盞盏盡尽監监盤盘盧卢盨𪾔盪荡眥眦眾众睍𪾢睏困睔𬑆睜睁睞睐睪𠬤睴𬑕瞓𰥛瞘眍瞛𰥒瞜䁖瞞瞒瞡𰥪瞤𥆧瞭了瞯𰥨瞱𬑓瞶瞆瞷𬑗瞼睑' +
  '矇蒙矉𪾸矊𬑧矑𪾦矓眬矕𰥠矖𰥢矘𰥹矚瞩矯矫矲𰦜硃朱硜硁硤硖硨砗硯砚碙𥐻碢𰦿碩硕碭砀碸砜確确碼码碽䂵磑硙磒𬒍磚砖磠硵磣碜磧碛磯矶磱𮀤磵𰧃磽硗磾䃅礄硚礆硷礋𰦰礎础礏𬒆礐𬒈礒𥐟礙碍礚𥕤礛𰧔礥𰧇礦矿礩𰧉礪砺礫砾' +
  '礬矾礮𪿫礰𰦦礱砻礲𰦭礹𰦾祿禄禍祸禎祯禓𰧰禕祎禜𰱈禡祃禦御禪禅禬𰧻禮礼禯𰧾禰祢禱祷禵𰨖禿秃秈籼稅税稈秆稏䅉稟禀稦𮵠種种稱称穀谷穇䅟穌稣積积穎颖穖𬓠穠秾穡穑穢秽穧𰨦穨𬓼穩稳穫获穬𰨜穭稆窩窝窪洼窮穷窯窑窱𰩏' +
  '窵窎窶窭窺窥竀𰩓竄窜竅窍竇窦竈灶竉𰩅竊窃竪竖竱𫁟競竞筆笔筍笋筧笕筴䇲箂𮵱箋笺箏筝箹𰩺節节範范築筑篋箧篔筼篘𥬠篢𬕂篤笃篩筛篳筚篵𥬈篸𥮾篿𰩮簀箦簂𫂆簍篓簜𰩹簞箪簡简簢𫂃簣篑簥𰩸簫箫簵𰪏簹筜簻𰩻簽签簾帘籃篮' +
  '籋𥬞籌筹籔䉤籙箓籚𰩲籛篯籜箨籟籁籠笼籣𮆏籤签籦𰪊籩笾籪簖籫𬖃籬篱籭𬕄籮箩籯𰪣籲吁粯𬖑粵粤粻𰪭糝糁糞粪糧粮糮𬖮糰团糲粝糴籴糶粜糷𰫖糹纟糺𫄙糽𰫼糾纠紀纪紁𮵿紂纣紃𬘓約约紅红紆纡紇纥紈纨紉纫紋纹紌𬘕納纳紐纽' +
  '紑𰫽紒𰬀紓纾純纯紕纰紖纼紗纱紘纮紙纸級级紛纷紜纭紝纴紞𬘘紟𫄛紡纺紨𰬅紩𮉢紬䌷紭𰬋細细紱绂紲绁紳绅紵纻紶𬘛紸𰬇紹绍紺绀紼绋紽𰬉紾𬘝紿绐絀绌絁𫄟終终絃𰬈組组絅䌹絆绊絇𰬆絍𫟃絎绗結结絑𰬏絓𮉤絕绝絖𬘢絘𰬒絙𫄠' +
  '絚𰬌絛绦絝绔絞绞絟𬘥絠𬘠絡络絢绚絣𰬔絤𬘟絥𫄢給给絧𫄡絨绒絪𬘡絯𰬓絰绖統统絲丝絳绛絶绝絸𬘖絹绢絺𫄨絻𰬜絼𰬛絽𬘤絾𰬖絿𰬗綀𦈌綁绑綃绡綄𬘫綅𰬞綆绠綇𦈋綈绨綉绣綊𰬍綋𫟄綌绤綍𰬘綎𬘩綏绥綐䌼經经綕𬘨綖𫄧綘𮶂綜综' +
  '綝𬘭綞缍綟𫄫綠绿綡𫟅綢绸綣绻綧𬘯綪𬘬綫线綬绶維维綯绹綰绾綱纲網网綳绷綴缀綵䌽綷𮉬綸纶綹绺綺绮綻绽綼𰬤綽绰綾绫綿绵緀𰬢緁𰬡緂𰬧緄绲緅𮉪緆𰬣緇缁緉𮉧緊紧緋绯緌𮉫緍𦈏緎𰬟総𰬥緑绿緒绪緓绬緔绱緗缃緘缄緙缂線线' +
  '緛𬘰緝缉緞缎緟𫟆締缔緡缗緢𰬬緣缘緤𫄬緦缌緧𬘶編编緩缓緪𬘵緫𰬰緬缅緮𫄭緯纬緰𦈕緱缑緲缈練练緵𰬯緶缏緷𦈉緸𦈑緹缇緺𮉨緻致緼缊縈萦縉缙縊缢縋缒縌𰬳縍𫄰縎𦈔縐绉縑缣縒𬘷縓𰬲縕缊縖𬘻縗缞縚𬘺縛缚縜𰬚縝缜縞缟縟缛' +
  '縡𰬴縣县縧绦縩𮉯縪𰬎縫缝縬𦈚縭缡縮缩縯𬙂縰𫄳縱纵縲缧縳䌸縴纤縵缦縶絷縷缕縸𫄲縹缥縺𦈐縼𰬵總总績绩縿𰬪繀𮉮繂𫄴繃绷繅缫繆缪繈𫄶繎𬙇繏𦈝繐𰬸繑𰬐繒缯繓𦈛織织繕缮繖𰬷繗𬙈繘𰬻繙𬙆繚缭繜𰬺繞绕繟𦈎繡绣繢缋繣𰬠' +
  '繨𫄤繩绳繪绘繫系繬𫄱繭茧繮缰繯缳繰缲繲𰬽繳缴繵𬙉繶𫄷繷𫄣繸䍁繹绎繻𦈡繼继繽缤繾缱繿䍀纀𰬿纁𫄸纃𬘧纆𬙊纇颣纈缬纊纩纋𰭀續续纍累纏缠纑𮉡纓缨纔才纕𬙋纖纤纗𫄹纘缵纚𫄥纜缆缽钵罃䓨罆𰭄罈坛罌罂罎坛罏𬙎罰罚罵骂' +
  '罷罢罼𬙝羂𰭔羅罗羆罴羈羁羋芈羥羟義义羵𫅗習习翜𰭢翬翚翹翘翽翙翿𰭣耬耧耮耢聖圣聞闻聯联聰聪聲声聳耸聵聩聶聂職职聹聍聻𫆏聽听聾聋肅肃脅胁脈脉脛胫脥𣍰脫脱脹胀腎肾腖胨腡脶腦脑腪𣍯腫肿腳脚腸肠膃腽膒𬁵膕腘膚肤' +
  '膞䏝膠胶膢𦝼膩腻膮𰮝膴𰮇膶𬂀膷𰮅膹𪱥膽胆膾脍膿脓臇䐪臉脸臍脐臏膑臗𣎑臘腊臚胪臟脏臠脔臡𰯋臢臜臤𰀡臨临臺台與与興兴舉举舊旧艙舱艛𰰑艜𰰏艤舣艦舰艫舻艭𰰋艱艰艷艳芻刍苧苎茲兹荊荆莊庄莖茎莢荚莧苋菕𰰨華华萇苌' +
  '萊莱萬万萯𰰷萴荝萵莴葉叶葒荭著着葝𫈎葤荮葦苇葯药葷荤葻𬜥蒍𫇭蒒𰰳蒓莼蒔莳蒞莅蒭𫇴蒳𰱌蒶𰱍蒼苍蓀荪蓋盖蓮莲蓯苁蓲𰰤蓴莼蓽荜蔄𬜬蔎𰰺蔔卜蔞蒌蔠𰱛蔣蒋蔥葱蔦茑蔪𰱑蔭荫蔮𬜿蔯𫈟蔱𰰵蔿𫇭蕁荨蕄𰱉蕆蒇蕎荞蕑𰱇蕒荬' +
  '蕓芸蕕莸蕘荛蕝𫈵蕟𬜧蕡𰱟蕢蒉蕧𰱦蕩荡蕪芜蕭萧蕳𫈉蕷蓣蕽𫇽薀蕰薆𫉁薈荟薉𬜨薊蓟薋𰱱薌芗薑姜薔蔷薖𰰾薘荙薟莶薠𮐚薦荐薩萨薱𰰱薲𬝯薳䓕薴苎薵䓓薺荠藇𰰠藉借藍蓝藎荩藖𬜾藘𰱮藚𰱐藝艺藣𰱯藥药藪薮藬𬞘藭䓖藰𰰹藴蕴' +
  '藶苈藷𫉄藹蔼藺蔺藾𰱾蘀萚蘄蕲蘆芦蘇苏蘈𰲁蘊蕴蘋苹蘚藓蘞蔹蘟𦻕蘡𮐨蘢茏蘫𬞫蘬𰰮蘭兰蘱𰲒蘵𰱲蘹𬜸蘺蓠蘿萝虅𰲂虆蔂虉𬟁處处虛虚虜虏號号虦𰲠虧亏虯虬蛵𰲶蛺蛱蛻蜕蛼𰲬蜆蚬蜦𰲰蜸𰲮蜽𮔊蝀𬟽蝁𰲸蝕蚀蝜𮔅蝟猬蝦虾蝸蜗' +
  '螄蛳螘𰲹螞蚂螢萤螮䗖螴𰳄螹𰳂螻蝼螿螀蟂𫋇蟄蛰蟈蝈蟎螨蟘𫋌蟜𫊸蟡𰲲蟣虮蟦𰳊蟬蝉蟯蛲蟱𰲫蟲虫蟳𫊻蟶蛏蟷𬠅蟻蚁蟽𰲻蠀𧏗蠁蚃蠅蝇蠆虿蠈𬠠蠌𰲵蠐蛴蠑蝾蠒𫊱蠙𧏖蠞𬝋蠟蜡蠣蛎蠦𫊮蠨蟏蠪𰲴蠱蛊蠳𰳗蠶蚕蠻蛮蠾𧑏衆众衊蔑' +
  '術术衕同衚胡衛卫衝冲衹只袞衮裊袅裌𬡒裏里補补裝装裡里裲𮖁製制複复褌裈褘袆褭𬡇褲裤褳裢褸褛褺𬡓褻亵襀𫌀襂𰴂襇裥襌褝襏袯襓𫋹襖袄襗𫋷襘𫋻襛𰳺襝裣襠裆襤褴襨𰳸襪袜襬䙓襭𮖱襯衬襰𧝝襱𰳲襲袭襴襕襵𫌇襸𬡷襹𰳼襼𰳵' +
  '覆复見见覎觃規规覒𬆾覓觅覕𰴕視视覗𬢊覘觇覛𫌪覜𬢋覟𬢌覠𰴙覡觋覢𬊦覤𬟪覥觍覦觎覩𬢎親亲覬觊覭𬢒覯觏覰𰴜覲觐覴𬢔覶𰴝覷觑覸𰴘覹𫌭覺觉覻𰴞覼𫌨覽览覿觌觀观觴觞觶觯觷𰴣觸触觹𧤤觻𰴢觽𧥅訁讠訂订訃讣訆𰵊計计訊讯' +
  '訌讧討讨訏𬣙訐讦訑𫍙訒讱訓训訕讪訖讫託讬記记訛讹訜𫍛訝讶訞𫍚訟讼訢䜣訣诀訥讷訦𰵒訧𰵎訨𫟞訩讻訪访訬𰵏設设訰𰵍許许訴诉訶诃訸𰵝訹𰵓診诊註注訽𰵛詀𧮪詁诂詃𬣤詄𰵙詅𰵚詆诋詇𰵗詉𰵠詊𫟟詌𬣠詍𰵔詎讵詏𬣦詐诈詑𫍡' +
  '詒诒詓𫍜詔诏評评詖诐詗诇詘诎詛诅詜𬣥詝𬣞詞词詠咏詡诩詢询詣诣詥𰵣試试詨𰵦詩诗詪𬣳詫诧詬诟詭诡詮诠詯𬣰詰诘話话該该詳详詴𬣩詵诜詶𬣱詷𫍣詺𬣮詻𰵤詼诙詿诖誂𫍥誃𰵥誄诔誅诛誆诓誇夸誋𫍪誌志認认誎𬣷誏𬣼誐𰵮誑诳' +
  '誒诶誔𬣻誕诞誗𰵭誘诱誙𰵡誚诮誜𰵯語语誠诚誡诫誣诬誤误誥诰誦诵誧𰵩誨诲說说誫𫍨説说誰谁課课誳𫍮誴𫟡誶谇誷𫍬誹诽誺𫍧誻𰵸誼谊誽𰵵誾訚調调諁𰵷諂谄諃𰵱諄谆諆𰵲談谈諈𰵶諉诿請请諌𮷅諍诤諎𬣾諏诹諑诼諒谅諓𬣡諔𰵴' +
  '諕𬤀論论諗谂諛谀諜谍諝谞諞谝諟𬤊諠𬤎諢诨諣𫍩諤谔諥𫍳諦谛諧谐諩𬣲諫谏諭谕諮谘諯𫍱諰𫍰諱讳諲𬤇諳谙諴𫍯諶谌諷讽諸诸諹𰵌諺谚諻𬤍諼谖諾诺謀谋謁谒謂谓謄誊謅诌謆𫍸謉𫍷謊谎謋𰵼謌𬤐謍𰴯謎谜謏𫍲謐谧謑𰵾謔谑謖谡' +
  '謗谤謙谦謚谥講讲謜𰵺謝谢謞𰵿謟𰵽謠谣謡谣謣𰶀謥𰶂謨谟謫谪謬谬謭谫謯𫍹謰𬣽謱𫍴謲𬢳謳讴謴𬤆謵𰶃謸𫍵謹谨謻𰶁謼𬤙謾谩譀𰶆譂𫟠譄𬤤譅𰶎譆𫍻譇𰶄譈𬤣證证譊𫍢譌𰵑譎谲譏讥譐𬤢譑𫍤譒𮷊譓𬤝譔𬤥譖谮識识譙谯譚谭譜谱' +
  '譞𫍽譟𬤨譠𰶉譡𬣭譨𫍦譩𰶊譫谵譯译議议譳𰶌譴谴護护譸诪譹𬤫譺𬤩譻𬢯譼䛓譽誉譾谫譿𬤭讀读讂𰶍讅谉讆𬣀讇𬤛讉𬤦變变讋詟讌䜩讎雠讑𰶏讒谗讓让讔𮙊讕谰讖谶讘𰵹讙𬤰讚𬤮讛𰵖讜谠讝𰵨讞谳讟𮙋豄𰶔豅𰶑豈岂豎竖豐丰豬猪' +
  '豵𫎆豶豮貓猫貗𫎌貙䝙貝贝貞贞貟贠負负財财貢贡貣𰷞貤𰷠貦𰷡貧贫貨货販贩貪贪貫贯責责貯贮貰贳貱𬥶貲赀貳贰貴贵貶贬買买貸贷貺贶費费貼贴貽贻貾𰷢貿贸賀贺賁贲賂赂賃赁賄贿賅赅資资賈贾賊贼賑赈賒赊賓宾賕赇賗𬥸賙赒' +
  '賚赉賜赐賝𫎩賞赏賟𧹖賠赔賡赓賢贤賣卖賤贱賥𰷤賦赋賧赕賨𰷥質质賫赍賬账賭赌賮𰷧賰䞐賴赖賵赗賶𬥳賸𬂉賹𰷪賺赚賻赙購购賽赛賾赜贃𧹗贄贽贅赘贆𰷫贇赟贈赠贉𫎫贊赞贋赝贍赡贏赢贐赆贑𫎬贓赃贔赑贕𫧿贖赎贗赝贙𰷮贚𫎦' +
  '贛赣贜赃赬赪趕赶趙赵趨趋趫𰷶趬𰷵趲趱跡迹踐践踚𬦧踴踊蹌跄蹔𫏐蹕跸蹛𰸚蹡𬧀蹣蹒蹤踪蹥𰸔蹪𰸞蹳𫏆蹺跷蹻𫏋躀𬦻躂跶躉趸躊踌躋跻躍跃躎䟢躑踯躒跞躓踬躕蹰躘𨀁躚跹躝𨅬躡蹑躥蹿躦躜躧𰸐躪躏軀躯軂𬧤軃𰹀軇𮜶軉𨉗車车' +
  '軋轧軌轨軍军軎𰹲軏𫐄軑轪軒轩軓𰹴軔轫軕𫐅軖𰹶軗𨐅軘𰹸軚𮷗軛轭軜𫐇軝𬨂軞𬨁軟软軤轷軥𰺁軧𰺀軨𫐉軫轸軬𫐊軮𬨄軯𰹽軱𮝴軲轱軳𰺂軵𰹿軷𫐈軸轴軹轵軺轺軻轲軼轶軾轼軿𫐌輀𮝵輁𰺄輂𰺅較较輄𨐈輅辂輆𬨇輇辁輈辀載载輊轾' +
  '輋𪨶輐𰺇輑𰺈輒辄輓挽輔辅輕轻輖𫐏輗𫐐輘𰺊輙𰺋輚𰹼輛辆輜辎輝辉輞辋輟辍輠𰺍輡𰺐輢𫐎輣𰺏輤𰺉輥辊輦辇輨𫐑輩辈輪轮輫𰺎輬辌輮𫐓輯辑輲𰺒輳辏輴𮝸輵𬨍輶𬨎輷𫐒輸输輹𰺓輻辐輼辒輾辗輿舆轀辒轁𮷝轂毂轃𰺖轄辖轅辕轆辘' +
  '轇𫐖轈𬨓轉转轊𫐕轍辙轎轿轏𰺞轐𫐗轑𰺛轒𮝷轓𰺜轔辚轕𮝺轖𰺙轗𫐘轘𮝹轙𰹵轚𰺟轛𰺃轝𬛼轞𰺗轟轰轠𫐙轡辔轢轹轣𫐆轤轳轥𰺣辦办辭辞辮辫辯辩農农迴回逕迳這这連连進进逿𰺲運运過过達达違违遙遥遜逊遞递遠远適适遰𰻆遱𫐷' +
  '遲迟遶𰺷遷迁選选遺遗遼辽邁迈還还邇迩邊边邏逻邐逦郟郏郲𬩾郵邮鄆郓鄉乡鄒邹鄔邬鄖郧鄟𫑘鄡𰻮鄦𰻡鄧邓鄩𬩽鄪𰻳鄬𰻦鄭郑鄮𬪍鄰邻鄲郸鄳𫑡鄴邺鄶郐鄺邝酇酂酈郦醆𬪨醖酝醜丑醞酝醦𮠳醧𬪧醫医醬酱醱酦醲𬪩醳𰼅醶𫑷釀酿' +
  '釁衅釃酾釅酽釋释釐厘釒钅釓钆釔钇釕钌釗钊釘钉釙钋釚𫟲釛𰽖針针釟𫓥釣钓釤钐釥𰽛釦𬬪釧钏釨𫓦釩钒釪𰽗釫𬬨釬𬬧釭𮣲釱𰽘釲𫟳釳𨰿釴𬬩釵钗釷钍釹钕釺钎釽𬬲釾䥺釿𬬱鈀钯鈁钫鈂𬬵鈃钘鈄钭鈆𫓪鈇𫓧鈈钚鈉钠鈋𨱂鈍钝鈎钩' +
  '鈏𰽣鈐钤鈑钣鈒钑鈓𬬯鈔钞鈕钮鈖𫟴鈗𫟵鈚𬬫鈛𫓨鈜𮣳鈞钧鈠𨱁鈣钙鈤𰽡鈥钬鈦钛鈧钪鈨𮷸鈪𰽞鈮铌鈯𨱄鈰铈鈲𨱃鈳钶鈴铃鈵𰽥鈶𬭀鈷钴鈸钹鈹铍鈺钰鈼𬬽鈽钸鈾铀鈿钿鉀钾鉁𨱅鉅钜鉈铊鉉铉鉊𬬿鉋铇鉌𰽬鉍铋鉎𰽫鉏𬬺鉐𬬷鉑铂' +
  '鉒𰽯鉔𫓬鉕钷鉗钳鉘𰽱鉙𰽨鉚铆鉛铅鉜𰽮鉝𫟷鉞钺鉟𰽧鉠𫓭鉡𰽰鉢钵鉤钩鉥𬬸鉦钲鉧𬭁鉨鿭鉬钼鉭钽鉮𬬹鉲𰽩鉵𰽶鉶铏鉷𫟹鉸铰鉹𰽹鉺铒鉻铬鉼𰽼鉽𫟸鉾𫓴鉿铪銀银銁𫓲銂𫟻銃铳銅铜銈𫓯銊𫓰銋𰽻銍铚銏𫟶銑铣銓铨銔𬭃銖铢銗𬭅' +
  '銘铭銙𰽴銚铫銛铦銜衔銠铑銡𰽲銣铷銥铱銦铟銧𰽵銨铵銩铥銪铕銫铯銬铐銱铞銲𬭍銳锐銶𨱇銷销銸𰽿銹锈銻锑銼锉銾𰾁鋁铝鋂𰾄鋃锒鋅锌鋇钡鋉𨱈鋊𰾆鋋𮣴鋌铤鋍𰾀鋏铗鋐𬭎鋑𮸏鋒锋鋓𮸊鋗𫓶鋘𬭌鋙铻鋜𰾃鋝锊鋟锓鋠𫓵鋡𰾅鋣铘' +
  '鋤锄鋥锃鋦锔鋧𰽢鋨锇鋩铓鋪铺鋭锐鋮铖鋯锆鋰锂鋱铽鋶锍鋸锯鋹𬬮鋼钢鋾𰾏錀𬬭錁锞錂𨱋錄录錆锖錇锫錈锩錋𬭖錍𰾎錏铔錐锥錑𬭜錒锕錔𰾓錕锟錗𬭗錘锤錙锱錚铮錛锛錜𫓻錝𫓽錞𬭚錟锬錠锭錡锜錢钱錣𮣵錤𫓹錥𫓾錦锦錧𰾒錨锚' +
  '錩锠錪𬭓錫锡錭𬭕錮锢錯错録录錳锰錶表錸铼錺𮸐錽𫓸鍀锝鍁锨鍂𰾑鍃锪鍄𨱉鍆钔鍇锴鍈锳鍉𫔂鍊𫔀鍋锅鍍镀鍏𬬬鍐𰾞鍑𰾟鍒𫔄鍔锷鍕𮸈鍖𰾘鍘铡鍚钖鍛锻鍜𰾤鍝𰾙鍟𰾝鍠锽鍡𰾚鍢𮸕鍣𬭡鍤锸鍥锲鍦𰾢鍧𰾡鍨𰾥鍩锘鍬锹鍭𬭤鍮𨱎' +
  '鍯𬭥鍰锾鍱𰾕鍴𰾜鍵键鍶锶鍺锗鍼𰾗鍾钟鎂镁鎄锿鎅𰾛鎇镅鎈𫟿鎉𰾬鎊镑鎋𬭪鎌𰾮鎍𫔅鎑𰾩鎒𬭦鎓𬭩鎔镕鎕𰾯鎖锁鎗𬬰鎘镉鎙𫔈鎚𬭨鎛镈鎝𨱏鎞𫔇鎡镃鎢钨鎣蓥鎦镏鎧铠鎩铩鎪锼鎬镐鎮镇鎯𨱍鎰镒鎲镋鎳镍鎵镓鎶鿔鎷𨰾鎸镌鎿镎' +
  '鏁𬭲鏂𰽜鏃镞鏆𨱌鏇旋鏈链鏉𨱒鏌镆鏍镙鏏𬭬鏐镠鏑镝鏒𬭝鏓𰾱鏔𬭰鏕𰾲鏗铿鏘锵鏙𰾰鏚𬭭鏛𮸟鏜镗鏝镘鏞镛鏟铲鏡镜鏢镖鏤镂鏥𫔊鏦𫓩鏨錾鏩𰾌鏰镚鏵铧鏷镤鏸𰾶鏹镪鏺䥽鏻𬭸鏽锈鏾𫔌鐀𬭢鐁𰾴鐃铙鐄𨱑鐇𫔍鐈𫓱鐉𰾼鐊𬭏鐋铴' +
  '鐍𫔎鐎𨱓鐏𨱔鐐镣鐒铹鐓镦鐔镡鐕𰾷鐖𰽕鐘钟鐙镫鐚𰾪鐝镢鐠镨鐤𰾸鐥䦅鐦锎鐧锏鐨镄鐩𬭼鐪𫓺鐫镌鐬𰽷鐮镰鐯䦃鐲镯鐳镭鐴𬭽鐵铁鐶镮鐸铎鐹𰽾鐺铛鐼𫔁鐽𫟼鐿镱鑀𰾭鑄铸鑇𬭉鑈鿭鑉𫠁鑊镬鑋𰼻鑌镔鑏𬬾鑐𰿂鑑𰾫鑒鉴鑔镲鑕锧' +
  '鑖𰿃鑘𰿄鑙𬭿鑛𰽚鑞镴鑠铄鑡𬭔鑢𮣶鑣镳鑥镥鑧𮸠鑨𰽦鑪𬬻鑭镧鑮𬮁鑯𰿈鑰钥鑱镵鑲镶鑴𫔔鑷镊鑸𰿉鑹镩鑼锣鑽钻鑾銮鑿凿钀𰾾钁䦆钂镋钃𰾽長长門门閂闩閃闪閄𬮘閅𮤫閆闫閈闬閉闭開开閌闶閍𨸂閎闳閏闰閐𨸃閑闲閒闲間间閔闵' +
  '閕𰿩閗𫔯閘闸閛𰿬閜𬮠閝𫠂閞𫔰閟𮤲閡阂閣阁閤合閥阀閦𬮥閧𬮢閨闺閩闽閫阃閬阆閭闾閯𬮪閱阅閲阅閵𫔴閶阊閷𰿳閹阉閻阎閼阏閽阍閾阈閿阌闃阒闄𬮲闆板闇𬮴闈闱闉𬮱闊阔闋阕闌阑闍阇闐阗闑𫔶闒阘闓闿闔阖闕阙闖闯闚𬮭闛𰿺' +
  '關关闞阚闟𰿻闠阓闡阐闢辟闤阛闥闼阪坂陘陉陝陕陣阵陰阴陳陈陸陆陽阳陿𬯅隉陧隊队階阶隑𬮿隕陨隖𬮻際际隤𬯎隨随險险隫𱀡隮𬯀隯陦隱隐隲𱀑隴陇隸隶隻只雋隽雖虽雙双雛雏雜杂雞鸡離离難难雲云電电霢霡霣𫕥霧雾霼𪵣霽霁' +
  '靂雳靄霭靅𰷦靆叇靈灵靉叆靚靓靜静靦䩄靧𫖃靨靥鞀鼗鞏巩鞝绱鞦秋鞸𱁴鞻𱁺鞼𱁹鞽鞒鞾𫖇韁缰韃鞑韆千韇𱁷韉鞯韊𱁾韋韦韌韧韍韨韏𱂇韐𱂆韒𱂉韓韩韔𮧴韗𱂈韘𱂊韙韪韚𫠅韛𫖔韜韬韝𫖕韞韫韠𫖒韡𮧵韢𬰶韣𱂋韻韵響响頁页頂顶' +
  '頃顷頄𬱓項项順顺頇顸須须頊顼頌颂頍𫠆頎颀頏颃預预頑顽頒颁頓顿頔𬱖頕𬱗頖𬱙頗颇領领頛𬱜頜颌頞𱂨頟𱂥頠𬱟頡颉頢𬱠頤颐頦颏頩𱂦頪𱂧頫𫖯頭头頮颒頯𱂬頰颊頲颋頴颕頵𫖳頷颔頸颈頹颓頻频頽颓顀𱂭顁𬱫顃𩖖顄𱂰顅𫖶顆颗' +
  '顇𱂯顉𰽳顊𬱪顋𱂲題题額额顎颚顏颜顐𬱢顑𱂱顒颙顓颛顔颜顖𱂶顗𫖮願愿顙颡顛颠顜𱂴顝𱂵類类顠𱂺顢颟顣𫖹顤𱂣顥颢顦𱂻顧顾顩𱂫顪𱂤顫颤顬颥顮𱂸顯显顰颦顱颅顳颞顴颧風风颩𱃔颬𱃕颭飐颮飑颯飒颰𩙥颱台颲𱃘颳刮颴𬱽颶飓' +
  '颷𩙪颸飔颹𬱵颺飏颻飖颼飕颽𬱼颾𩙫颿𬳳飀飗飁𱃟飂𮨵飄飘飆飙飇𱃠飈飚飉𬲅飊𮸼飋𫗋飍𱃝飛飞飝𮸽飠饣飢饥飣饤飤𬲦飥饦飦𫗞飩饨飪饪飫饫飭饬飯饭飰𱃴飲饮飴饴飵𫗢飶𫗣飷𬲭飼饲飽饱飾饰飿饳餀𮩜餂𱃺餃饺餄饸餅饼餉饷養养' +
  '餌饵餎饹餏饻餑饽餒馁餓饿餔𫗦餕馂餖饾餗𫗧餘余餚肴餛馄餜馃餞饯餟𬳂餡馅餢𱃾餣𬲼餤𱃿餦𫗠餧𫗪館馆餩𱃽餪𫗬餫𫗥餬𫗫餭𫗮餯𱄄餰𬳆餱糇餲𮩝餳饧餴𱃼餵𫗭餶馉餷馇餸𩠌餹𬳍餺馎餼饩餾馏餿馊饀𬳊饁馌饃馍饅馒饆𮩛饇𱃲饈馐' +
  '饉馑饊馓饋馈饌馔饎𱄆饐𮩞饑饥饒饶饗飨饘𫗴饙𱄀饛𱄈饜餍饞馋饟𫗵饠𫗩饡𱄊饢馕馩𬳟馪𮹀馬马馭驭馮冯馯𫘛馱驮馲𱄽馳驰馴驯馵𱄼馹驲馺𱅂馼𫘜馽𱅁駁驳駂𱅀駃𫘝駉𬳶駊𫘟駍𬳴駎𩧨駏𱅃駐驻駑驽駒驹駓𬳵駔驵駕驾駗𱅇駘骀駙驸' +
  '駚𩧫駛驶駜𱅈駝驼駞𫘞駟驷駡骂駢骈駣𱅏駤𫘠駥𱅉駧𩧲駩𩧴駪𬳽駫𫘡駬𱅋駭骇駮𱅐駰骃駱骆駴𮪢駶𩧺駷𱅔駸骎駹𮪡駺𬴀駻𫘣駼𬳿駽𱅖駾𱅙駿骏騀𱅗騁骋騂骍騃𫘤騄𫘧騅骓騆𮹋騇𱅚騉𫘥騊𫘦騋𱅕騌骔騍骒騎骑騏骐騑𬴂騔𩨀騕𱅜騖骛' +
  '騗𱅝騙骗騚𩨊騛𮹂騜𫘩騝𩨃騞𬴃騟𩨈騠𫘨騢𱅞騣𮪣騤骙騥𱅟騧䯄騩𱅡騪𩨄騫骞騬𱅢騭骘騮骝騯𬴅騰腾騱𫘬騲𮪤騳𱄿騴𫘫騵𫘪騶驺騷骚騸骟騹𬴆騺𱅊騻𫘭騼𫠋騽𱅩騾骡驀蓦驁骜驂骖驃骠驄骢驅驱驈𱅫驉𱅧驊骅驋𩧯驌骕驍骁驎𬴊驏骣' +
  '驐𮪥驒𱅛驓𫘯驔𱅪驕骄驖𬴋驗验驙𫘰驚惊驛驿驞𱅤驟骤驠𱅬驡𱅅驢驴驤骧驥骥驦骦驨𫘱驩𬴐驪骊驫骉骯肮髏髅髐𱅮髒脏體体髕髌髖髋髮发鬆松鬍胡鬖𩭹鬗𱆆鬚须鬜𱆁鬝𱆀鬞𬴩鬠𫘽鬡𮫂鬢鬓鬥斗鬧闹鬩阋鬮阄鬱郁鬹鬶鬺𱆌魎魉魗𱆛' +
  '魘魇魚鱼魛鱽魜𬶁魝𬶀魟𫚉魠𱇏魡𬶄魢鱾魣𮬛魥𩽹魦𫚌魧𱇘魨鲀魪𬶇魫𱇙魬𱇖魭𱇐魮𱇒魯鲁魱𱇓魴鲂魵𫚍魶𱇔魷鱿魺鲄魻𱇟魼𱇜魽𫠐魾𱇝鮀𬶍鮁鲅鮂𱇠鮃鲆鮄𫚒鮅𫚑鮆𫚖鮇𱇛鮈𬶋鮊鲌鮋鲉鮌𱇢鮍鲏鮎鲇鮏𱇡鮐鲐鮑鲍鮒鲋鮓鲊鮗鿴' +
  '鮘𬶌鮚鲒鮛𱇨鮜鲘鮝鲞鮞鲕鮟𩽾鮠𬶏鮡𬶐鮣䲟鮤𫚓鮥𱇪鮦鲖鮧𱇧鮨𮬜鮪鲔鮫鲛鮬𱇦鮭鲑鮮鲜鮯𫚗鮰𫚔鮳鲓鮵𫚛鮶鲪鮷𬶕鮸𩾃鮹𱇯鮺鲝鮻𱇳鮿𫚚鯀鲧鯁鲠鯄𩾁鯅𱈁鯆𫚙鯇鲩鯈𱇱鯉鲤鯊鲨鯌𬶔鯒鲬鯔鲻鯕鲯鯖鲭鯗鲞鯚𱇺鯛鲷鯝鲴鯞𫚡' +
  '鯠𱇭鯡鲱鯢鲵鯤鲲鯥𱇶鯦𱇼鯧鲳鯨鲸鯩𱇗鯪鲮鯫鲰鯬𫚞鯮𱇾鯰鲶鯱𩾇鯴鲺鯶𩽼鯷鳀鯸𱈄鯹𬶢鯻𬶟鯼𱈅鯽鲫鯾𫚣鯿鳊鰁鳈鰂鲗鰃鳂鰅𱈂鰆䲠鰇𬶧鰈鲽鰉鳇鰊𬶠鰋𫚢鰌䲡鰍鳅鰏鲾鰐鳄鰑𫚊鰒鳆鰓鳃鰕𫚥鰗𬶞鰛鳁鰜鳒鰝𱈋鰟鳑鰠鳋鰡𱈊' +
  '鰣鲥鰤𫚕鰥鳏鰦𫚤鰧䲢鰨鳎鰩鳐鰫𫚦鰬𱈉鰭鳍鰮鳁鰯𱈍鰱鲢鰲鳌鰳鳓鰴𱈑鰵鳘鰶𬶭鰷鲦鰹鲣鰺鲹鰻鳗鰼鳛鰽𫚧鰾鳔鰿𱇵鱀𬶨鱁𱈏鱂鳉鱃𱈌鱄𫚋鱅鳙鱆𫠒鱇𩾌鱈鳕鱉鳖鱊𫚪鱋𬶬鱌𬶲鱍𱇣鱎𱇩鱏𱈓鱐𱇿鱑𬶫鱒鳟鱓𬶛鱔鳝鱕𱈕鱖鳜鱗鳞' +
  '鱘鲟鱚𬶮鱝鲼鱞𬶵鱟鲎鱠鲙鱢𫚫鱣鳣鱤鳡鱥𮬝鱦𱇸鱧鳢鱨鲿鱬𱈗鱭鲚鱮𫚈鱯鳠鱲𫚭鱴𱈙鱵𮬤鱷鳄鱸鲈鱹𬶺鱺鲡鱻𱈜鳥鸟鳦𱉇鳧凫鳩鸠鳬凫鳭𱉈鳱𱉊鳲鸤鳳凤鳴鸣鳶鸢鳷𫛛鳸𱉓鳺𱉎鳻𱉑鳼𪉃鳽𫛚鳾䴓鳿𱉍鴀𫛜鴁𮭢鴂𱉔鴃𫛞鴅𫛝鴆鸩' +
  '鴇鸨鴉鸦鴍𬸀鴐𫛤鴒鸰鴓𮭤鴔𫛡鴕鸵鴗𫁡鴘𱉡鴙𱉛鴚𱉕鴛鸳鴜𪉈鴝鸲鴞鸮鴟鸱鴠𱉗鴡𱉘鴢𱉢鴣鸪鴥𫛣鴦鸯鴨鸭鴩𱉚鴫𮴿鴮𫛦鴯鸸鴰鸹鴱𱉪鴲𪉆鴳𫛩鴴鸻鴶𱉥鴷䴕鴸𱉫鴹𱉯鴺𱉩鴻鸿鴽𫛪鴾𱉲鴿鸽鵀𬸊鵁䴔鵂鸺鵃鸼鵄𬸈鵅𱉮鵊𫛥鵋𱉽' +
  '鵌𱉸鵎𱉻鵏𬷕鵐鹀鵑鹃鵒鹆鵓鹁鵔𱉿鵕𱉾鵖𱉝鵗𱉹鵙𱉐鵚𪉍鵛𱉠鵜鹈鵝鹅鵟𫛭鵠鹄鵡鹉鵧𫛨鵩𫛳鵪鹌鵫𫛱鵬鹏鵮鹐鵯鹎鵰𫛲鵱𱊀鵲鹊鵳𱊋鵴𱊇鵵𱊆鵶𱉨鵷鹓鵸𱊁鵹𱊃鵻𱊅鵼𱊊鵽𱊍鵾鹍鶀𬸒鶂𬷼鶃𱊄鶄䴖鶅𱊎鶆𱉵鶇鸫鶉鹑鶊鹒鶋𱊌' +
  '鶌𫛵鶒𫛶鶓鹋鶔𱊗鶕𬸝鶖鹙鶗𫛸鶘鹕鶙𱊕鶚鹗鶛𱊐鶝𱊏鶞𱊑鶟𱊖鶠𬸘鶡鹖鶢𱊒鶣𬸜鶤𱉱鶥鹛鶦𫛷鶨𱊘鶩鹜鶪䴗鶬鸧鶭𫛯鶯莺鶰𫛫鶱𬸣鶲鹟鶴鹤鶵𬸅鶶𱊝鶷𱊟鶹鹠鶺鹡鶻鹘鶼鹣鶽𱊛鷀鹚鷁鹢鷂鹞鷃𮭨鷄鸡鷅𫛽鷇𬆮鷈䴘鷉䴘鷊鹝鷋𱊠' +
  '鷎𬸢鷏𱊚鷐𫜀鷑𱊢鷒𱉏鷓鹧鷔𪉑鷕𱊡鷖鹥鷗鸥鷙鸷鷚鹨鷛𱊤鷜𬸞鷞𮭪鷟𬸦鷢𱊧鷣𫜃鷤𫛴鷥鸶鷦鹪鷧𱊦鷨𪉊鷩𫜁鷫鹔鷭𬸪鷮𱉬鷯鹩鷰𬸧鷲鹫鷳鹇鷵𱊩鷶𱉳鷷𫜄鷸鹬鷹鹰鷺鹭鷽鸴鷾𱊰鷿𬸯鸀𱊬鸁𱊮鸂㶉鸃𱉌鸄𱊯鸅𱉟鸆𱊫鸇鹯鸉𱉴鸊䴙' +
  '鸋𫛢鸌鹱鸎𬸕鸏鹲鸐𱊱鸑𬸚鸒𱊭鸓𱊳鸕鸬鸖𬸰鸗𫛟鸘鹴鸙𱊵鸚鹦鸛鹳鸜𬸱鸝鹂鸞鸾鹵卤鹹咸鹺鹾鹼硷鹽盐麗丽麡𬸾麥麦麧𱋇麨𪎊麩麸麬𤿲麮𱋋麯曲麰𮮇麱𱋖麲𪎉麳𪎌麴麹麵面麷𫜑麼么麽么黂𱋱黃黄黌黉點点黨党黲黪黴霉黶黡黷黩' +
  '黸𱋶黽黾黿鼋鼀𱋾鼁𱋿鼄𬹣鼅𱌄鼆𱌆鼈𱌇鼉鼍鼊𱌉鼕冬鼚𱌊鼲𱌏鼴鼹齈𱌖齊齐齋斋齌𱌗齍𱌘齎赍齏齑齒齿齔龀齕龁齖𬹺齗龂齘𬹼齙龅齚𱌬齜龇齝𱌯齞𱌫齟龃齠龆齡龄齣出齤𱌲齥𱌱齦龈齧𫜩齩𫜪齪龊齬龉齭𫜭齮𬺈齯𫠜齰𫜬齱𱌶齲龋' +
  '齳𱌳齴𫜮齵𱌹齶腭齷龌齸𱌽齹𬺎齺𱌭齻𱌺齼𬺓齽𬺔齾𫜰龍龙龎厐龏𱍁龐庞龑䶮龓𫜲龔龚龕龛龖𱍂龘𮹝龜龟龝𬓫龞𱍈龥𬱳龭𩨎龯𨱆龲𰾋龻𰁜龽𰞳鿁䜤鿂𮷙鿐䲤鿓鿒鿠鿟鿳鿸𠁔𫷘𠁞𠀾𠌥𠆿𠎅𰂃𠎒𫢨𠏄𮯻𠏢𠉗𠏮𫢘𠏵𮯹𠐇𭫝𠐊𫝋𠐍𫣫𠐮𬾣' +
  '𠐽𫢔𠑇𰂻𠑙𫢹𠑲𫣛𠖥𮰄𠖫𫤽𠗿𰄁𠘥𫥍𠜲𫥼𠝿𫦁𠞆𠛆𠞭𫦉𠟪𫥺𠠎𠚳𠠏𫥵𠠝𫥳𠠫𰄭𠩘𫨆𠩬𰆙𠬙𪠡𠵔𭇴𠵘𫩖𠵹𫩚𠶸𠳞𠶹𰇡𠷌𰇘𠷏𫡬𠹛𫩯𠺖𭈈𠺮𫪅𠼗𫪚𠼤𫪄𠼮𫩳𠽈𭈟𠽸𬱞𠾬𫪽𠿕𪜎𠿘𭉨𠿿𭇀𡀠𭈜𡀿𫫵𡁚𭇙𡁯𭇡𡂒𫪪𡂡𪢒𡂿𫪘𡃄𪡺𡃈𰈮𡃤𪢐𡄔𠴢' +
  '𡄖𭈉𡄣𠵸𡄤𭈮𡄩𭝫𡅏𠲥𡅘𭊸𡅥𫬟𡅧𭉼𡍫𫭮𡑍𫭼𡑎𫭯𡑑𮰠𡑭𡋗𡑯𰉱𡒶𡏆𡓁𪤄𡓗𫝡𡓦𰊅𡓾𡋀𡗆𰋖𡞵㛟𡟫𫝪𡠚𰋾𡠪𮱔𡠹㛿𡢃㛠𡢄𮱆𡢘𰌉𡢿𭑸𡣨𡡇𡤠𫰣𡤡𭑹𡤢𮱊𡤫𫱿𡤶𮱐𡮉𡭜𡮣𡭬𡮤𫴼𡳳𡳃𡷨𫵸𡸗𪨩𡹬𪨹𡺠𰎝𡺨𫵶𡼱𰎢𡼾𰎛𡽗𡸃𡽳𫶊𡽵𫵹𡾆𰎷' +
  '𡾱㟜𡿖𪩛𢄓𰏓𢄼𫷈𢅡𫷌𢅣𭘚𢉿𰏲𢊃𰏽𢍰𪪴𢐗𰐚𢐟𮱵𢕩𢓅𢖕𪢈𢛔𫹼𢜭𪫸𢞁𮲂𢠰𰑅𢠼𢙑𢢀𫺒𢣏㦈𢣐𪬚𢣚𢘝𢣭𢘞𢤌𫻇𢤜𫺫𢤧𰒖𢤩𪫡𢤱𢘙𢤿𪬯𢥠𫹷𢯦𫼲𢯩𫼤𢯷𪭝𢱡𫼶𢲐𰓝𢲩𫼾𢲫𫼗𢲸𫼵𢲾𫼫𢳂𫼣𢳚𫽐𢴦𫽙𢴩𫽳𢵣𭡵𢵱𮲏𢶑𫽲𢶒𪭯𢶫𢫞𢷃𫽔𢷏𢪗' +
  '𢷞𭢕𢷮𢫊𢸁挙𢸔𭢋𢸙𭡜𢸳𫾃𢸴𫾁𢸸𰓕𢹏𰔶𢹥𰓗𢹼𰓟𢹿𢬦𢺎𭢝𢺳𪮳𢿓𫿂𢿡𰕐𣀘𫾳𣀷𫾲𣀻𫿗𣄸𬀥𣈶暅𣊯𭥓𣋋𣈣𣋞𣉼𣋪𮲨𣌂𬁑𣍐𫧃𣎄𦞌𣎜𰮭𣔿𰗘𣙎㭣𣙿𬃮𣚙𬃦𣛣𬂻𣝕𣘷𣝡𮲸𣞁㮠𣞐𰗚𣞻𣘓𣞼𮲸𣠕𬄞𣠩𣞎𣠲𣑶𣡌𬄬𣡶𬃳𣤋𰙕𣤿𬶷𣩕𬆙𣫒𫶲𣯩𣯣' +
  '𣯴𣭤𣯶毶𣰛𰚱𣰨𬇄𣵾𮳅𣶯𰛉𣻏𬇼𣻑𭰒𣼊𭰗𣼩𰛺𣼼𮳈𣽏𪶮𣾷㳢𣿉𣶫𣿭𮳃𤀪𬈱𤁐𮳍𤁣𣺽𤁪𬈾𤄙𰝞𤄷𪶒𤅊𮳖𤅙𬇬𤅩𭰥𤅷𰛻𤆼𮳢𤇾𫇦𤍖𬊗𤍜𰞷𤎤𬝃𤎱㷪𤏐𭴳𤏩𮳯𤏳𮳱𤑚𮳶𤑳𤎻𤑹𪹀𤒎𤊀𤒦𬋃𤒨𮳸𤒻𪹹𤓌𪹠𤓎𤎺𤓓𬊜𤘀𪺣𤚴𮳺𤛮𤙯𤛱𫞢𤜆𪺪𤟤𰡋' +
  '𤠔𰡐𤠮𪺸𤡲𤜵𤢟𤝢𤣎𰡢𤣤𬌴𤥭𰡰𤥵𮴑𤦎𮴅𤦩𮴏𤧑𮴆𤧸𮴒𤩂𫞧𤩊𮴗𤩑𮴥𤩝𮴓𤪤𪛞𤪧𮴇𤪺㻘𤫎𮴶𤫟𮴠𤫩㻏𤬅𪼴𤮦𬎬𤲓𭻔𤲢𭻍𤳷𪽝𤳸𤳄𤷃𪽭𤷽㾡𤸫𤶧𤺉𰣦𤺔𪽴𤻜𤹺𤻝𰣩𤻲𬏤𤼈𰣫𤾉𰤓𥀬𪠏𥀲𰤫𥂫𰤽𥂸𬐠𥇔𬑇𥉸𰥣𥋝𰥭𥋟𮵅𥌃𥅘𥌚𬑙𥏝𪿊𥔂𮀲' +
  '𥔬𮵊𥕥𥐰𥖅𥐯𥖏𮀪𥖩𬒊𥖲𪿞𥗇𪿵𥗴𬒓𥗹𰧈𥗺𬒇𥗽𬒗𥘃𮀡𥚗𮵙𥜐𫀓𥜰𫀌𥞵𥞦𥢊𬓱𥢢䅪𥢶𫞷𥢷𫀮𥨐𥧂𥪂𥩺𥯤𫁳𥱸𬔯𥳊𬔹𥴨𫂖𥴼𫁺𥵃𥱔𥵊𥭉𥵛𮅎𥵜䇚𥵝𬕬𥸠𥮋𥺼𮇔𥻤𬖖𥻦𫂿𥻵𬖞𥼶𬖘𥼽𥹥𥽖𥺇𥽭𬖺𥽽𫧷𥾂𮇤𥾝𬘔𥾯𫄝𥿉𬘚𥿊𦈈𥿑𮶁𥿯𬘦𦀎𮉥' +
  '𦀖𫄦𦁄𰬙𦁕𰬦𦁧𰬨𦂅𦈒𦂋𬘸𦃄𦈗𦃒𬘼𦃘𬘽𦃩𫄯𦄋𬘞𦄍𬘾𦄧𬘿𦄼𬘳𦅇𫄪𦅈𫄵𦅋𬙃𦅘𰬝𦅷𬙅𦆆𰬾𦆈𰬹𦆲𫟇𦇎𰭁𦇛𰬼𦌾𬙪𦍆𬙫𦎹𰭚𦏑𰭗𦒀𫅥𦔖𫅼𦘧𡳒𦜖𬁺𦝛𮶔𦞛𬁸𦟐𬁳𦟼𫆝𦠅𫞅𦡏𰗅𦡖𰗆𦡝𫆫𦡧𮌌𦡶𰯂𦢈𣍨𦣇𬂂𦣎𦟗𦥯𰃮𦧴𰰆𦧺𫇘𦪭𬜔𦪽𦨩' +
  '𦱌𫇪𦳝𰰢𦴧𮶞𦵕𬝖𦶆𬜺𦸷𬝊𦺣𰱝𦽒𬝠𦾏𰅻𦾵𦴇𦾶𬞋𦿍𦬙𦿭𮶷𧀀𮶩𧁿𮏺𧂂𮶬𧂅𬞣𧃽𰱊𧍕䖼𧏻𬠃𧐐𰳁𧐱𬟺𧒖𰲺𧒯𫊹𧔥𧒭𧕟𧉐𧕦𬠷𧖦𬠱𧛸𬡎𧜁𬡕𧜂𬡔𧜗䘞𧜘𮷁𧜣𬡍𧜵䙊𧜶𮖃𧝞䘛𧞅𰳻𧞔𧜡𧞣𰳹𧞫𫌋𧞶𬡦𧟌𬡠𧠈𬢇𧠥𬢉𧠳𮷄𧠵𬢍𧡍𬢈𧡪𬢏𧡴𫌫' +
  '𧡸𰴛𧢃𰴚𧢄𫌬𧢍𬢓𧢢𬺟𧣴𬢕𧥣𬣚𧥺𬣝𧦝𫍞𧦦𰵘𧦧𫍟𧦭𬣢𧦵𮷆𧧝𬣨𧧭𬣺𧧵𰵢𧧸𰵬𧨊𬣶𧨝𰵪𧨳𰵳𧨾𬤂𧩎𮷉𧩕𫍭𧩙䜥𧩦𬤅𧩧𬤏𧩪𬤋𧩼𫍶𧪞𬤒𧪡𬤓𧪦𬤕𧪪𬤔𧪮𰵻𧫚𬤈𧫝𫍺𧬁𰶅𧬅𬤜𧬇𬤞𧬌𬤠𧬤𫍼𧬨𬣪𧬪𬤖𧬮𬤧𧬯𰶋𧬻𬣵𧭈𫍾𧭥𮷇𧭹𫍐𧮆𬤚𧮇𬣴' +
  '𧮈𬤯𧮓𬤱𧰆𬤷𧰎鿲𧱻𰶨𧳟𧳕𧴪𭕆𧵊𬥴𧵳䞌𧶄𬥷𧶔𧹓𧶟𬥹𧶧䞎𧶲𬥼𧷎𪠀𧷛𰷨𧸖𰷬𧸘𫎨𧸦𬥾𧸪𬥿𧸫𫬙𧹈𪥠𧽢𬦆𧽯𫎸𧽵𧺣𧾥𰷸𨁂𬦯𨂐𫏌𨃘𬦩𨃜𬦹𨄉𰸎𨄣𨀱𨄰𬦵𨅍𨁴𨆅𬦫𨆉𮛗𨆪𫏕𨆱𬦴𨇁𧿈𨇍𬧑𨇗𬦣𨇞𨅫𨇤𫏨𨇯𰸇𨇰𫏞𨇽𫏑𨈀𬧚𨈆𬧛𨈇𬦾𨈊𨂺' +
  '𨈌𨄄𨉖𰿰𨉹𬧩𨊠𰹱𨊰䢀𨊸䢁𨊹𰹻𨊻𨐆𨋁𬨃𨋚𬨅𨋢䢂𨋮𰺆𨌄𬨋𨌈𫐍𨍈𰺔𨍏𰺕𨍐𬨏𨍒𰹾𨍰𫐔𨍹𬨐𨎌𫐋𨎩𬨒𨎪𰺚𨎮𨐉𨏒𰺢𨏔𰺌𨏠𨐇𨏥𨐊𨐶𰺨𨑊𫯒𨘀𮷥𨘌𬩎𨞨𨝕𨞪𫜷𨞺𫟫𨟊𫟬𨟑𮷨𨢿𨡙𨣃𰼋𨣈𨡺𨣉𬪫𨣞𨟳𨣧𨠨𨣨𰼏𨤋𬪯𨤡𬪺𨤻𨤰𨥈𮷵𨥕𮷹𨥛𨱀' +
  '𨥜𬬴𨥟𫓫𨥤𮷽𨥦𬬳𨥭𮸃𨥮𮷿𨥺𬭂𨦍𮸅𨦡𰽽𨦫䦀𨦱𰾊𨧀𬭊𨧐𰾇𨧚𬭐𨧜䦁𨧫𬭑𨧰𫟽𨧱𨱊𨨏𬭛𨨛𫓼𨨝𬭘𨨢𫓿𨨯𬭟𨨹𬭞𨩃𮸔𨩎𮸘𨩨𬭠𨩰𫟾𨪅𬇃𨪋𰾨𨪕𫓮𨪜𮸚𨪦𮸙𨫀𬭫𨫋𮸉𨫒𨱐𨫼𰾧𨬂𬭱𨬒𰾳𨬖𫔏𨬞𬬶𨬟𰾵𨭃𬭷𨭆𬭶𨭌𬭵𨭎𬭳𨭐𬭙𨭖𫔑𨭗𬭇𨭚𬭺' +
  '𨭛𰾿𨭥𬬼𨭸𫔐𨮁𰾺𨮂𨱕𨮅𬭹𨮰𬭾𨮳𫔒𨯂𮸣𨯅䥿𨯗𮸝𨯙𮸆𨯟𫔓𨯵𬮀𨰃𫔉𨰋𫓳𨰘𮷷𨰠𰿊𨰥𫔕𨰭𬮃𨰲𫔃𨰵𬬇𨰷𬮂𨰹𰿀𨱥𰿖𨲭𬮄𨲳𫔖𨳌𰿦𨳐𰿧𨳑𨸁𨳒𮤭𨳕𨸀𨳙𮤯𨳚𰿪𨳨𬮜𨳸𰿭𨳿𬮡𨴑𬮣𨴗𨸅𨴤𬮧𨴹𫔲𨵆𬮩𨵌𬮰𨵗𬮯𨵤𬮮𨵦𰿵𨵩𨸆𨵬𬮵𨵸𨸇𨶀𨸉' +
  '𨶏𨸊𨶑𰿸𨶮𨸌𨶯𮤸𨶰𰿹𨶲𨸋𨶻𬮸𨶿𬮹𨷈𬮙𨷲𨸎𨷻𫔱𨼳𫔽𨽈𨻹𨽏𨸘𩀨𫕚𩅙𫕨𩅦𱁞𩅾𫡶𩇉𮦚𩉍𬰣𩉙𬰡𩋌𱁱𩋰𬰤𩍜𱁳𩎒𬰱𩎕𱂃𩎖𫖑𩎟𱂄𩎠𬰴𩎢𩏾𩏂𫖓𩏌𬰵𩏠𫖖𩏪𩏽𩏴𬰸𩏷𫃗𩐌𱂍𩐳𮸷𩑃𬰺𩑒𱂠𩑔𫖪𩑡𱂡𩑣𬱔𩑦𬱕𩒎𫖭𩒜𬱡𩒝𬱝𩒲𬱤𩒺𱂩𩒼𬱥' +
  '𩓣𩖕𩓥𫖵𩓸𬱧𩓹𬱨𩔇𱂳𩔈𬱭𩔊𬱛𩔐𮸶𩔑𫖷𩔣𱂷𩔳𫖴𩕊𬱱𩕰𬱲𩖁𬺂𩖰𫠇𩖿𬱺𩗀𩙦𩗓𫗈𩗛𱃛𩗡𩙧𩗩𮷻𩗴𫗉𩗺𮸻𩘀𩙩𩘚𬰲𩘝𩙭𩘹𩙨𩘺𩙬𩘻𬲆𩙈𩙰𩚅𬲥𩚚𬲩𩚛𩟿𩚥𩠀𩚩𫗡𩚵𩠁𩛆𩠂𩛌𫗤𩛎𬲴𩛞𬲺𩛡𫗨𩛩𩠃𩛲𬲹𩜇𩠉𩜠𬲿𩜦𩠆𩜯𱄂𩜰𬳃𩜵𩠊𩜶𱄁' +
  '𩝑𬳇𩝔𩠋𩝠𬳌𩝡𬳈𩝣𬳉𩝧𱄅𩝽𫗳𩞃𬲰𩞄𩠎𩞆𬲪𩞉𬳐𩞡𬲬𩞦𩠏𩞧𱄇𩞬𬳒𩞯䭪𩟀𬳓𩟂𬲸𩟐𩠅𩟗𫗚𩟠𬳔𩠴𩠠𩡣𩡖𩡤𩡚𩡺𩧦𩢀𮹄𩢍𬳷𩢖𮹅𩢡𩧬𩢰𱅎𩢲𬳺𩢴𩧵𩢸𩧳𩢼𬳻𩢾𩧮𩣊𱅍𩣋𬳼𩣏𩧶𩣑䯃𩣔𬳹𩣡𱅓𩣫𩧸𩣵𩧻𩣺𩧼𩤊𩧩𩤙𩨆𩤲𩨉𩤵𬴄𩤸𩨅𩥃𱅥' +
  '𩥄𩨋𩥅𱅣𩥇𩨍𩥈𮹌𩥉𩧱𩥎𱅨𩥑𩨌𩥲𬴇𩥼𬴈𩦃𱅘𩦚𬴉𩦠𫠌𩦺𬴌𩧆𩨐𩧉𱄾𩧐𬴎𩧢𱅒𩭙𩬣𩭯𩬾𩯁𫙂𩯃𱆄𩯆𬴨𩯳𩯒𩰀𩬤𩰹𩰰𩱈𱆍𩳤𩲒𩴆𱆖𩴵𩴌𩵚𬶂𩵦𫠏𩵩𩽺𩵱𬶉𩵳𮹓𩵹𩽻𩵺𬶈𩶀𬶅𩶁𫚎𩶘䲞𩶯𱇫𩶰𩽿𩶱𩽽𩷒𬶒𩷓鿵𩷕鿶𩷰𩾄𩷶𱇮𩸃𩾅𩸄𫚝𩸆𬶖' +
  '𩸡𫚟𩸣𬶙𩸤𬶚𩸦𩾆𩸩𬶝𩸬𬶜𩹂𱈃𩹊𬶦𩹎鿷𩹝𬶡𩹽𬶩𩹾𱇴𩺝𬶪𩺞𱈎𩻗𫚨𩻛𱈔𩻧𬶯𩻬𫚩𩻮𫚘𩻰𬶰𩻱𬶱𩼔𬶶𩼶𫚬𩽅𬶸𩽇𩾎𩽈𬶳𩽔𬶹𩽷𬶻𩾐𬷻𩾒𬷽𩾝𱉋𩿅𫠖𩿊𱉒𩿤𫛠𩿧𱉜𩿪𪉄𩿱𬸃𩿺𬸁𪀉𬸂𪀖𫛧𪀗𱉭𪀚𱉣𪀛𬸉𪀦𪉅𪀻𬸋𪀾𪉋𪁈𪉉𪁏𮭦𪁐𬸎𪁑𬸑' +
  '𪁖𪉌𪁛𱉷𪁜𬸏𪁱𬸐𪁿𬸔𪂆𪉎𪂈𬸖𪂩𬸗𪂫𬸓𪃃𱊔𪃍𪉐𪃏𪉏𪃒𫛻𪃦𬸙𪃧𫛹𪃮𬸟𪃿𬸠𪄅𬸌𪄆𪉔𪄕𪉒𪄠𱊞𪄲𱊥𪄳鿺𪅂𫜂𪅃𬸤𪅖𬸥𪅜𬷿𪅾𬸨𪆃𬸫𪆫𱊨𪆰𬸭𪆴𬸮𪆷𫛾𪇄𬸬𪇖𬸡𪇘𬸍𪇰𱊲𪇳𪉕𪈏𱊴𪈔𱊉𪈗𬸄𪈼𱊜𪉖𱊺𪉜𬸵𪉣𱊻𪉨𬸶𪉮𬸷𪉱𬸸𪉸𫜊𪉿𬸹' +
  '𪊉𱊽𪋼𱋅𪋽𱋄𪋿𫧮𪌐𱋉𪌒𮮅𪌗𱋌𪌘𱋍𪌜𪽂𪌣𱋓𪌨𰎴𪌬𱋕𪌭𫜓𪌮𱋘𪌯𬹈𪌰𬹇𪌽𬹋𪌾𱋚𪌿𬹌𪍀𬹊𪍇𱋜𪍍𱋠𪍑𱋢𪍒𱋟𪍓𱋥𪍘𱋤𪍚𱋣𪍞𱋦𪍠𫜕𪍣𱋡𪍤𬹍𪍬𱋨𪍴𱋬𪍶𬹎𪍷𱋑𪍿𱋈𪎂𱋭𪑚𬹗𪑳𬹕𪒬𬹖𪒿𬹘𪓛𱌀𪓬𱌅𪓰𫜟𪓹𱌈𪓽𬹤𪔵𪔭𪕣𬹭𪖨𱌕𪗋𱌙' +
  '𪗜𬹽𪗝𬹻𪗪𬹿𪗭𬺀𪗳𬹾𪗻𬺁𪗽𬺄𪘀𪚏𪘅𰳆𪘓𬺇𪘞𬺆𪘥𱌸𪘧𬺋𪘨𱌴𪘩𬺊𪘬𱌷𪘯𪚐𪘲𬺌𪙉𱌼𪙍𬺏𪙏𫜯𪙑𬺑𪙕𬺐𪙞𬺅𪙤𬺒𪚅𬺖𪚔𬺛𪚣𬺝𪚭𱍅𪚮𱍄𪚰𱍆𪛕𱍉𪝖𫢟𪝵𰂁𪟖𠛾𪢍𭉗𪢥𫩸𪦯𮱕𪮰𫼽𪯂𭡆𪳷𬂱𪴥𬃏𪵢𰚬𪷈𭱀𪼑𮴚𪾳𮵆𫃐𬖟𫃑𰪿𫃞𰫿𫃥𮉩' +
  '𫃷𮉭𫃻𮶅𫄇𬘹𫇠𮎍𫈹𰰿𫉍𮏀𫋐𬠈𫋧𧈴𫌙𬡱𫍘𫍏𫒊𮷷𫒋𮷺𫒞𬭋𫒟𮸋𫒡𫓷𫒢𰾉𫒷𰾣𫓔𮷶𫔘𰿥𫔡𰿯𫖞𬱘𫗑𬲵𫗕𬳄𫗻𬳙𫘋𮹉𫜦𫜫𫣴𫢲𫥝𫥔𫦔𫦋𫦙𫥽𫦸𫦰𫧝𪟲𫨑𪠃𫪛𭇉𫬆𫫏𫬱𰇥𫯓𬻮𫲉𮰻𫲴𭓀𫶦𫶄𫺤𮲅𫻑𫺹𫾡𫾏𬄝𬃛𬅁𮲺𬆉𬆂𬉤𬈏𬉧鿰𬊿𮳬𬌦𬌠' +
  '𬍁𬌵𬎟𮴌𬏲𰣢𬑡𬑍𬒒𬒄𬓡𠂲𬕜𮵭𬗈𮶀𬗏𬘣𬗺𬙀𬙔𬙏𬛕𣘾𬞼𮶳𬠐𧈿𬣍𬣫𬣘𬤗𬥲𬦀𬧙𬧔𬫉𮸂𬫍𮸄𬮇𬮝𬮍𮤷𬯘𬯊𬱂𬱚𬱈𬱩𬲚𬳎𬲛𫗲𬵂𱇎𬵃𬶃𬵨鿹𬵮𬶑𬶼𱉉𬷈𮹕𬹂𬹆𭂖𰃶𭉾𰇊𭑙𮤮𭗡𡻘𭜼𮲀𭢒𰓤𭧒𰖏𭧖𰖚𭨡𰁈𭱘𰛨𭶙𤇻𭹰𮴊𮜗𰸦𮟽𰻨𮡈𨢸𮢅𮸑' +
  '𮢆𮸒𮤏𮤳𮤒𬮬𮦗𮦅𮨭𬱾𮨻𬲱𮱚𱙋𮱣𪨇𮱱𮱦𮸾𲋢𰂠𪜺𰂴𫢜𰃴𰃳𰈝𫪑𰉀𪢋𰋆𪤅𰎼𰎦𰔠𭠽𰔫𫽫𰔺𫽢𰖻𬁘𰘯𰘅𰚂𪵇𰚣𰚍𰝜𣴇𰝢𰛱𰟫𰟄𰡓𰡉𰫆𰪪𰫏𰪼𰫛𬘗𰫳𬙄𰯲𰀢𰴏𫌩𰴦𰴥𰴽𬤃𰹈𰹯𰻞𰻝𰿢𮤶𱃡𬲨𱃢𬲧𱃪𬲽𱆥鿕𱇋𬶥𱋂𪋈𱵭𮵚'
