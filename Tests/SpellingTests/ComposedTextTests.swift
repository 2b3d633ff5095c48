import Spelling
import Testing

@Test(arguments: [
  ("Le\u{301}a", "Léa"), ("O\u{31b}\u{301}", "Ớ"), ("Lebœuf", "Lebœuf"), ("ﬁ", "ﬁ"), ("", ""),
])
func `letters are composed with their marks, and nothing else changes`(
  text: String, composed: String
) {
  #expect(Array(text.composed.utf8) == Array(composed.utf8))
}
