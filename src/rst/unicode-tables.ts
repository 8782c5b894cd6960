/** Made by scripts/unicode-tables.py. Do not edit.
 *
 * A set of characters is a list of ranges: the first and last code point of each, as the distance from the number before, in base 36. */

/** Punctuation after which inline markup may start. */
export const beforeMarkup =
  'y 0 5 1 5 0 2 0 b 0 2 0 v 0 w 0 12 0 a 0 c 0 4 0 4 0 jj 0 9 0 cz 5 16 1 1g 0 2 0 3 0 3 0 19 1 l 1 2 1 e 0 3 1 23 3 2v 0 ' +
  '18 d 6i 2 1j e 86 1 b 0 w4 0 2j 0 b 1 4p e 14 0 2 0 21 0 23 4 3a 5 4s 0 h2 7 48 0 h9 1 19 0 28 2 20 1 4e 2 2 2 12 a 8q 1' +
  ' 49 1 1r 1 3l 6 2 5 4t 6 63 4 1r 1 2c 0 n1 n 9 e 3 2 2 0 2 a 2 0 2 9 v 0 g 0 ik 0 u7 0 2 0 2 0 2 0 2 0 2 0 2 0 29 0 x 0 ' +
  '2 0 2 0 2 0 2 0 b9 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 1t 0 2 0 y 0 l9 3 2 1 75 y 2 0 2 0 2 0 2 4 2 1 cw 2 5 0 2 0' +
  ' 2 0 2 0 2 0 4 0 2 0 2 0 2 0 2 1 j 0 d 0 2r 0 2j 0 mwz 1 7i 2 2s 0 b 0 38 5 al 3 2f 1 15 2 1g 1 1c 0 2q c h 1 3h 3 3j 1 ' +
  '7g 0 g2b 0 5u 7 2 0 n 2 3 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 2 2 2 3 4 2 2 5 2 0 2 0 2 2 2 0 5 0 2 1 46 2 2 3 2 0 2 3 b 1 4 1' +
  ' r 1 v 0 4 0 2 1 2 1 bf 1 im 0 1d 0 w7 0 5k 0 w 0 7l 8 13 0 56 6 130 1 2 3 3vz 3'

/** Punctuation before which inline markup may end. */
export const afterMarkup =
  'x 1 5 0 2 0 3 3 b 1 3 1 t 1 w 0 10 0 a 0 c 0 4 0 4 0 jj 0 9 0 cz 5 16 1 1g 0 2 0 3 0 3 0 19 1 l 1 2 1 e 0 3 1 23 3 2v 0 ' +
  '18 d 6i 2 1j e 86 1 b 0 w4 0 2j 0 b 1 4p e 15 0 2 0 20 0 23 4 3a 5 4s 0 h2 7 48 0 h9 1 1a 0 27 2 20 1 4e 2 2 2 12 a 8q 1' +
  ' 49 1 1r 1 3l 6 2 5 4t 6 63 4 1r 1 2c 0 n1 n 9 e 3 2 3 b 2 0 2 9 w 0 g 0 ik 0 u7 0 2 0 2 0 2 0 2 0 2 0 2 0 29 0 x 0 2 0 ' +
  '2 0 2 0 2 0 b9 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 2 0 1t 0 2 0 y 0 l8 3 2 1 75 x 2 0 2 0 2 0 2 5 2 1 cw 2 6 0 2 0 2 0' +
  ' 2 0 2 0 4 0 2 0 2 0 2 1 2 1 h 0 d 0 2r 0 2j 0 mwz 1 7i 2 2s 0 b 0 38 5 al 3 2f 1 15 2 1g 1 1c 0 2q c h 1 3h 3 3j 1 7g 0' +
  ' g2c 0 5t 6 2 1 n 2 4 0 2 0 2 0 2 0 2 0 2 0 2 0 2 2 2 4 4 2 2 4 2 0 2 0 2 3 2 0 5 0 2 1 46 2 2 2 2 1 2 3 b 1 4 1 s 1 w 0' +
  ' 3 1 2 2 bf 1 im 0 1d 0 w7 0 5k 0 w 0 7l 8 13 0 56 6 130 1 2 3 3vz 3'

/** Pairs of quotes: an opening character and its closing ones. A start-string between them is text, as in `"*"`. */
export const quotePairs =
  '\u{22}\u{22} \u{27}\u{27} \u{28}\u{29} \u{3c}\u{3e} \u{5b}\u{5d} \u{7b}\u{7d} \u{ab}\u{bb} \u{bb}\u{ab}\u{bb} ' +
  '\u{f3a}\u{f3b} \u{f3c}\u{f3d} \u{169b}\u{169c} \u{2018}\u{2019}\u{201a} \u{2019}\u{2018}\u{2019} ' +
  '\u{201a}\u{2018}\u{2019}\u{201b} \u{201b}\u{201a} \u{201c}\u{201d}\u{201e} \u{201d}\u{201c}\u{201d} ' +
  '\u{201e}\u{201c}\u{201d}\u{201f} \u{201f}\u{201e} \u{2039}\u{203a} \u{203a}\u{2039}\u{203a} \u{2045}\u{2046} ' +
  '\u{207d}\u{207e} \u{208d}\u{208e} \u{2329}\u{232a} \u{2768}\u{2769} \u{276a}\u{276b} \u{276c}\u{276d} \u{276e}\u{276f} ' +
  '\u{2770}\u{2771} \u{2772}\u{2773} \u{2774}\u{2775} \u{27c5}\u{27c6} \u{27e6}\u{27e7} \u{27e8}\u{27e9} \u{27ea}\u{27eb} ' +
  '\u{27ec}\u{27ed} \u{27ee}\u{27ef} \u{2983}\u{2984} \u{2985}\u{2986} \u{2987}\u{2988} \u{2989}\u{298a} \u{298b}\u{298c} ' +
  '\u{298d}\u{298e} \u{298f}\u{2990} \u{2991}\u{2992} \u{2993}\u{2994} \u{2995}\u{2996} \u{2997}\u{2998} \u{29d8}\u{29d9} ' +
  '\u{29da}\u{29db} \u{29fc}\u{29fd} \u{2e02}\u{2e03} \u{2e03}\u{2e02} \u{2e04}\u{2e05} \u{2e05}\u{2e04} \u{2e09}\u{2e0a} ' +
  '\u{2e0a}\u{2e09} \u{2e0c}\u{2e0d} \u{2e0d}\u{2e0c} \u{2e1c}\u{2e1d} \u{2e1d}\u{2e1c} \u{2e20}\u{2e21} \u{2e21}\u{2e20} ' +
  '\u{2e22}\u{2e23} \u{2e24}\u{2e25} \u{2e26}\u{2e27} \u{2e28}\u{2e29} \u{3008}\u{3009} \u{300a}\u{300b} \u{300c}\u{300d} ' +
  '\u{300e}\u{300f} \u{3010}\u{3011} \u{3014}\u{3015} \u{3016}\u{3017} \u{3018}\u{3019} \u{301a}\u{301b} \u{301d}\u{301e} ' +
  '\u{fd3e}\u{fd3f} \u{fe17}\u{fe18} \u{fe35}\u{fe36} \u{fe37}\u{fe38} \u{fe39}\u{fe3a} \u{fe3b}\u{fe3c} \u{fe3d}\u{fe3e} ' +
  '\u{fe3f}\u{fe40} \u{fe41}\u{fe42} \u{fe43}\u{fe44} \u{fe47}\u{fe48} \u{fe59}\u{fe5a} \u{fe5b}\u{fe5c} \u{fe5d}\u{fe5e} ' +
  '\u{ff08}\u{ff09} \u{ff3b}\u{ff3d} \u{ff5b}\u{ff5d} \u{ff5f}\u{ff60} \u{ff62}\u{ff63}'

/** Characters that are two columns wide. In Python, unassigned ones are wide too. */
export const wide =
  'oo 1 7 3 8 0 2 0 l 0 b2 0 13 1 1f 1 4 0 1k 7 s 3 7 a 7j 0 1p 1 2u d 1o 1 1e 1 g 0 t 1 2 0 c 4 w 0 3 5 6l 0 9 1 3 1 n 0 8' +
  ' 0 2 2 5 1 a 1 3 1 5 7 2 3 3 0 6 1 q 1 4 0 7 3 3 1 n 0 8 0 3 0 3 0 3 1 2 0 6 3 3 1 4 2 2 6 5 0 2 6 i 9 4 0 a 0 4 0 n 0 8' +
  ' 0 3 0 6 1 b 0 4 0 4 1 2 e 5 1 d 6 8 0 4 0 9 1 3 1 n 0 8 0 3 0 6 1 a 1 3 1 4 6 4 3 3 0 6 1 j 9 3 0 7 2 4 0 5 2 3 0 2 0 3' +
  ' 2 3 2 4 2 d 3 6 2 4 0 5 1 2 5 2 d m 4 e 0 4 0 o 0 h 1 a 0 4 0 5 6 3 0 4 1 2 1 5 1 b 6 n 0 4 0 o 0 b 0 6 1 a 0 4 0 5 6 3' +
  ' 5 3 0 5 1 b 0 3 c e 0 4 0 1g 0 4 0 7 3 h 1 r 0 4 0 j 2 p 0 a 0 2 1 8 2 2 3 7 0 2 0 9 5 b 1 4 b 1n 3 u 10 3 0 2 0 6 0 p ' +
  '0 2 0 o 1 6 0 2 0 7 1 b 1 5 v 21 0 11 3 14 0 11 0 g 0 e 10 5j 0 2 4 2 1 1d 2n 6i 0 5 1 8 0 2 0 5 1 16 0 5 1 y 0 5 1 8 0 ' +
  '2 0 5 1 g 0 1m 0 5 1 1w 1 x 2 r 5 2f 1 7 1 im 2 2i 6 n 8 p 8 l b e 0 4 0 3 b 2n 1 b 5 b 5 r 5 2i 6 18 4 1z 9 w 0 d 3 d 3' +
  ' 2 2 17 1 6 a 19 3 r 5 c 2 1r 1 1u 0 u 1 c 5 b 5 f 1 w 1c 26 2 1c 0 39 7 1p 2 g 2 1p 6 18 1 c 7 18 4 ev 1 7 1 13 1 7 1 9' +
  ' 0 2 0 2 0 2 0 w 1 1i 0 g 0 f 1 7 0 k 1 4 0 a 0 2u 0 d 1 s 0 e 2 y e y e 3x 3 az 1 e 1 5b 3 4 0 3 0 1g o c k bi 1 m 1 1f' +
  ' b 18 0 k 0 e 0 9 1 i 1 6 1 9 0 6 0 m 0 8 1 2 0 5 0 3 0 8 0 5 1 t 0 10 0 2 0 5 2 2 0 1q 2 p 0 f 0 nw 1 1g 0 5 0 v 1 x 0 ' +
  '9q 4 1a 0 2 4 2 1 1l 6 3 d p 8 8 0 8 0 8 0 8 0 8 0 8 0 8 0 8 0 3j dc 2 ef 9 5f3 1t h5b 9p j 55 7 5o 4 3 0 2 0 6 n 1o 2 b' +
  ' 5 1l 7 1z 7 d 5 39 a 2 v 27 0 c 3 y 0 1k 8 f 1 b 1 2w n t 9 7 1 7 1 7 8 8 0 8 0 1p 3 3j 1 b 8mt o 3 1e 3 6ip e7 8 b 6 4' +
  ' r 0 6 0 2 0 3 0 3 0 3i f ce 1 1j 6 2 v x f h 1r 6 0 3s 1 2 2o 2n 2 7 1 7 1 7 1 4 a 8 9 6 1 d 0 r 0 k 0 3 0 g 1 f x 3g 4' +
  ' 4 3 1a 2 2h 0 e 2 2 1a 1b 3l u 2 1e e t 3 11 8 v 4 18 4 v 0 12 3 f 15 4f 1 b 5 11 3 11 3 15 7 1h a d 0 g 0 8 0 3 0 c 0 ' +
  'g 0 8 0 3 1u 8o 8 n 9 9 n 7 0 17 0 a 1w 7 1 2 0 19 0 3 2 2 1 o 0 21 7 a 1b k 0 3 4 y 2 s 4 2 1r 1l 3 l 1 1f 0 3 4 9 0 4 ' +
  '0 u 1 4 3 b 6 a 6 1t v 14 3 d 8 1j 2 u 1 s 4 r 6 5 b 8 27 22 1i 1g c 1g 6 1b 7 b 85 w 0 17 0 4 1 3 25 15 7 17 l r 11 t j' +
  ' o 8 27 3 11 8 1x 9 2 1 q 6 b 5 1i 0 j 7 14 8 2p 0 l a j 0 19 1s 8 0 2 0 5 0 g 0 c 5 1o 4 b 5 5 0 9 1 3 1 n 0 8 0 3 0 6 ' +
  '0 b 1 3 1 4 1 2 5 2 4 8 1 8 2 6 3u 2l 0 6 t 21 7 b 4l 1j 1 13 x 1y a b 5 e i 1n 5 b 1h s 1 g 3 o 54 1p 2r 2c b 9 1 2 1 9' +
  ' 0 3 0 v 0 3 1 d 8 b 1x 9 1 1b 1 c q 21 7 2c c 22 7a a 0 1a 0 f 9 u 2 x 1 n 0 f 20 8 0 3 0 19 2 2 0 3 0 a 7 b 5 7 0 3 0 ' +
  '12 0 3 0 7 6 b 8l q 52 2 e 1f c po 2t 34 0 6 a 5h 217 2s c ts 0 a 346 g8 6ns fu 6 w 0 b 3 2a 0 b 5 v 1 7 9 1z 9 b 0 8 0 ' +
  'm 4 k j3 2k 2s 24 3 1m 6 i f33 30 4 e 2 a 6 b 1 9 3mj 1b 1 o 8 39 1n 6v 9 14 1 5f k 1z 49 l b 2g 8 q 3q 2e 0 20 0 3 1 2 ' +
  '1 3 1 5 0 d 0 2 0 8 0 1u 0 5 1 9 0 8 0 t 0 5 0 6 0 2 2 8 0 9h 1 85 1 jj e 6 0 g un w 68 8 0 i 1 8 0 3 0 6 5w 1a 2 f 1 b ' +
  '3 3 8v w g 1n 4 2 yn 8 0 5 0 3 0 g 0 5i 1 h 14 25 3 b 3 3 ls 1x 23 1q 5d 5 0 s 0 3 0 2 1 2 0 b 0 5 0 2 0 2 5 2 3 2 0 2 0' +
  ' 2 0 4 0 3 0 2 1 2 0 2 0 2 0 2 0 2 0 3 0 2 1 5 0 8 0 5 0 5 0 2 0 b 0 i 4 4 0 6 0 i 1f 3 7h 5 0 14 3 2t b g 1 g 0 f 1 12 ' +
  '9 3z 0 3 9 k 1j r 80 d 8 2 1x 2 l d 16 5 4 d g 4 0 4 1y 2 0 2 56 3 1q e 3 2 n j 0 r 1 e 0 2f 2c 1d 1x 7 0 4 2 3 a c 4 5 ' +
  'b 39 b 2i 12 d 3 1l 7 b 5 15 7 v 1 3 25 d 1a 2 9 2 54 2d b f 41 44 0 1k 10 b gvly 2 t 2p 3j 6p 1e6n 1ekf 1 1ekf 1'

/** Characters that combine with the character before them and take no column. */
export const combining =
  'lc 26 2 v 7o 4 7e 18 2 0 2 1 2 1 2 0 21 a 1d k h 0 2u 6 3 5 3 1 2 3 10 0 v q 4h 8 a 0 p 3 2 8 2 2 2 4 18 2 1p 7 17 n 2 s' +
  ' 1p 0 h 0 4 3 2w 0 h 0 1d 0 1q 0 h 0 33 0 h 0 33 0 h 0 3k 0 33 0 h 0 8 1 2u 0 h 0 32 1 h 0 3h 0 32 2 e 3 31 2 e 3 25 1 s' +
  ' 0 2 0 2 0 1k 1 2 0 6 3 3 0 2 2 2 1 1r 0 35 0 2 1 2b 0 k0 2 qd 1 v 0 4e 0 b 0 5o 0 40 2 64 1 20 0 l 7 3 0 1d d 2 f 2u 0 ' +
  'g 0 13 8 1j 1 1n 0 c 1 1w 0 49 2 2 c 2 6 5 0 7 0 4 1 5j 1r k1 c 5 0 4 b 2db 2 3y 0 2p v ff 5 2y 1 n9x 0 5 9 x 1 29 1 7p ' +
  '0 12 0 48 0 s h 1m 2 12 0 2o 0 d 0 6o 0 2 2 3 1 6 1 2 0 1h 0 6v 0 fn5 0 le f r2 0 6b 0 46 4 1ar 0 2 0 15 2 5 0 4m 1 fy 3' +
  ' as 1 4a a 1e 3 5d 0 16 0 f 0 1m 1 1y 2 1d 1 1r 0 25 0 a 0 2z 1 4z 1 29 1 h 0 p 6 4 4 5q 0 4 0 o 0 2s 1 70 1 3j 0 3b 1 3' +
  '8 0 7i 1 77 1 5 0 4d 0 2c 0 j 0 2a 0 bq 0 77 0 2 1 2a 0 fa1 4 1o 6 xm 1 f59 0 43r 4 4 5 9 7 3 6 v 3 45 2 2po 6 2 g 3 6 2' +
  ' 1 2 4 7a 6 ag 0 1q 3 15t 6 32 6'
