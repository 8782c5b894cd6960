/** The text encodings that Python knows by name. */

/** Names as Python looks them up: lower case, words joined by `_`. Families that differ by a number are patterns below. */
const names = new Set(
  (
    'ascii us_ascii 646 ansi_x3.4_1968 latin latin1 latin_1 l1 8859 iso8859 utf8 utf_8 u8 utf utf_8_sig utf8_ucs2 utf8_ucs4 cp65001 ' +
    'utf16 utf_16 u16 utf_16_le utf_16le utf_16_be utf_16be utf32 utf_32 u32 utf_32_le utf_32le utf_32_be utf_32be utf7 utf_7 u7 ' +
    'big5 big5_tw csbig5 big5hkscs big5_hkscs hkscs gb2312 gb_2312 chinese csiso58gb231280 euc_cn euccn gbk 936 ms936 gb18030 ' +
    'gb18030_2000 hz hzgb hz_gb hz_gb_2312 shift_jis shiftjis csshiftjis sjis s_jis shift_jis_2004 shiftjis2004 sjis_2004 ' +
    'shift_jisx0213 shiftjisx0213 sjisx0213 euc_jp eucjp ujis u_jis euc_jis_2004 jisx0213 eucjis2004 euc_jisx0213 eucjisx0213 ' +
    'euc_kr euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001 johab cp1361 ms1361 iso2022_jp iso2022jp csiso2022jp ' +
    'iso2022_kr iso2022kr csiso2022kr koi8_r koi8r cskoi8r koi8_u koi8_t kz1048 kz_1048 rk1048 strk1048_2002 ptcp154 csptcp154 pt154 ' +
    'cp154 cyrillic_asian mac_cyrillic maccyrillic mac_greek macgreek mac_iceland maciceland mac_latin2 maclatin2 maccentraleurope ' +
    'mac_centeuro mac_roman macroman macintosh mac_turkish macturkish mac_croatian mac_romanian tis620 tis_620 tis_620_0 idna ' +
    'punycode raw_unicode_escape unicode_escape undefined mbcs hp_roman8 roman8 r8 palmos cyrillic greek hebrew arabic thai'
  ).split(' '),
)

const families = [
  /^(?:cp|ibm|windows_|)(?:037|039|273|424|437|500|720|737|775|85[0256784]|86[0-69]|874|875|932|949|950|1006|1026|1125|1140|125[0-8])$/,
  /^iso_?8859_?(?:[1-9]|1[0-1]|1[3-6])(?:_[eiu])?$/,
  /^iso_?2022_?jp_(?:1|2|2004|3|ext)$/,
  /^l(?:atin_?)?(?:[1-9]|10)$/,
]

export function isEncoding(name: string): boolean {
  const normalized = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '')
  return names.has(normalized) || families.some((family) => family.test(normalized))
}
