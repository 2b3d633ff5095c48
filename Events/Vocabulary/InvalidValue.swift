/// Why a value could not be made.
///
/// It states what was expected and never repeats what was given: a mistyped field may contain a
/// person's name.
public enum InvalidValue: Error, Equatable, Sendable {
  /// An id is 1 to 64 characters of `A-Z a-z 0-9 . _ -` (a recorder's may contain `:` too).
  case identifier(kind: String)
  /// A day is written `YYYY-MM-DD` and exists in the Gregorian calendar, years 0001 to 9999.
  case day
  /// An instant is written `YYYY-MM-DDThh:mm:ss.ssssssZ`.
  case instant
  /// An event's id is a UUID, 36 characters in groups of 8-4-4-4-12 hexadecimal digits.
  case eventID
  /// The id of a new entry is a UUID of version 7 or 8.
  case entryID
  /// A birth date is written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  case birthDate
  /// A free text has at most this many Unicode scalars.
  case textTooLong(limit: Int)
  /// A count is a whole number from 0 to 2⁵³−1.
  case count
  /// A list here has at least one element.
  case emptyList
  /// A word is one of a closed list.
  case word(kind: String, allowed: [String])
  /// A SIRET is 14 digits.
  case siret
  /// A certificate number is 1 to 64 characters, without a control character or a space at an end.
  case certificateNumber
  /// Minutes beside hours are a whole number from 1 to 59.
  case minutes
  /// A policy grants from 1 to 99 years, or no limit.
  case years
  /// A text of a fixed length has from so many to so many characters, none a control character.
  case characters(from: Int, to: Int)
  /// A rule is named `R01` to `R99`.
  case rule
  /// An edition is a year and a number, `2026-2`.
  case edition
  /// A subject is a kind, a colon and an id: `candidacy:D-2021-004`.
  case subject
  /// A sealed field is base64 of 12 bytes (the nonce) and of at least 16 bytes (the text).
  case sealed
  /// A field of an identity, or a member's name, is not what it must be to be sealed.
  case identity(IdentityDefect)
}
