<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="ar">
  <lexeme><grapheme>Zelensky</grapheme><grapheme>زيلنسكي</grapheme><phoneme>zeˈlenskiː</phoneme></lexeme>
  <lexeme><grapheme>UN</grapheme><alias>الأُمَم المُتَّحِدَة</alias><example>UN</example></lexeme>
  <lexeme><phoneme alphabet="x-sampa">a</phoneme></lexeme>
</lexicon>
