/// How like two spellings of a person are.
extension PersonSpelling {
  /// The same birth name and first names, whatever their accents, case, separators and order.
  func hasNames(of other: PersonSpelling) -> Bool {
    birth == other.birth && hasFirstNames(of: other)
  }

  /// The same names and the same birth date, equally precise.
  func isCertainly(_ other: PersonSpelling) -> Bool {
    date != nil && date == other.date && hasNames(of: other)
  }

  /// Whether a person who spells one can have meant the other: one of the two names equal and the other near, or
  /// both nearly equal; the usage name for the birth name; names in each other's column.
  func hasNamesLike(_ other: PersonSpelling) -> Bool {
    if hasNames(of: other) { return true }
    let sameFirst = hasFirstNames(of: other)
    if let sex, let otherSex = other.sex, sex != otherSex, !sameFirst { return false }
    if birth == other.birth { return hasFirstNamesLike(other) }
    if sameFirst, hasBirthNameLike(other) { return true }
    if isUsage(of: other), sameFirst || hasFirstNamesLike(other) { return true }
    if isSwapped(other) { return true }
    return !sameFirst && Self.distance(birth, other.birth, within: Self.strictLimit) != nil
      && Self.distance(firsts, other.firsts, within: Self.strictLimit) != nil
  }

  /// Whether it must be asked whether both are one person, if it is not certain that they are.
  func isNear(_ other: PersonSpelling) -> Bool {
    if let date, date == other.date { return hasNamesLike(other) }
    return hasNames(of: other) && BirthDateLikeness.areNear(date, other.date)
  }

  /// Whether a file in which both are can be one person's: names alike, and no other birth date.
  func isLinkable(_ other: PersonSpelling) -> Bool {
    (date == nil || other.date == nil || date == other.date) && hasNamesLike(other)
  }

  /// Whether nobody would take one for the other.
  func isClearlyAnother(_ other: PersonSpelling) -> Bool { !isLinkable(other) && !isNear(other) }

  /// Whether neither the names nor the birth date say that this may be the other.
  func sharesNothing(with other: PersonSpelling) -> Bool {
    date != other.date && !BirthDateLikeness.areNear(date, other.date) && birth != other.birth
      && !hasFirstNames(of: other) && !hasNamesLike(other)
  }

  /// Whether one can be the other corrected: two of birth name, first names and birth date are equal, and the
  /// third is near.
  func canCorrect(_ other: PersonSpelling) -> Bool {
    if hasNames(of: other) { return BirthDateLikeness.canCorrect(date, other.date) }
    guard date != nil, date == other.date else { return false }
    return birth == other.birth || hasFirstNames(of: other) ? hasNamesLike(other) : false
  }

  /// Whether two of birth name, first names and birth date are equal, and the third is another altogether.
  func canReplace(_ other: PersonSpelling) -> Bool {
    if canCorrect(other) { return false }
    if hasNames(of: other) { return true }
    guard date != nil, date == other.date else { return false }
    return birth == other.birth || hasFirstNames(of: other)
  }
}

extension PersonSpelling {
  private func hasFirstNames(of other: PersonSpelling) -> Bool {
    firsts == other.firsts || sortedFirsts == other.sortedFirsts
  }

  private func hasBirthNameLike(_ other: PersonSpelling) -> Bool {
    Self.isPart(birthWords, of: other.birthWords) || Self.isPart(other.birthWords, of: birthWords)
      || Self.distance(birth, other.birth, within: Self.looseLimit) != nil
  }

  /// `Anne` and `Anne-Lise`, `Alex` and `Alexandre`, `J.-P.` and `Jean-Pierre`, `Mickaël` and `Mikael`.
  private func hasFirstNamesLike(_ other: PersonSpelling) -> Bool {
    let (mine, others) = (Set(firstWords), Set(other.firstWords))
    if mine.isSubset(of: others) || others.isSubset(of: mine) { return true }
    let shorter = min(firsts.utf8.count, other.firsts.utf8.count)
    if shorter >= 3, firsts.hasPrefix(other.firsts) || other.firsts.hasPrefix(firsts) {
      return true
    }
    if hasInitials(of: other) { return true }
    return Self.distance(firsts, other.firsts, within: Self.looseLimit) != nil
  }

  private func hasInitials(of other: PersonSpelling) -> Bool {
    firstWords.count == other.firstWords.count
      && zip(firstWords, other.firstWords).allSatisfy { mine, others in
        mine == others || (mine.utf8.count == 1 && others.hasPrefix(mine))
          || (others.utf8.count == 1 && mine.hasPrefix(others))
      }
  }

  private func isUsage(of other: PersonSpelling) -> Bool {
    usage == other.birth || other.usage == birth || (usage != nil && usage == other.usage)
  }

  private func isSwapped(_ other: PersonSpelling) -> Bool {
    (birth == other.firsts || birth == other.sortedFirsts)
      && (firsts == other.birth || sortedFirsts == other.birth)
  }

  /// Whether all words of a name follow each other in a longer one: `Cruz` in `de la Cruz`.
  private static func isPart(_ words: [String], of longer: [String]) -> Bool {
    guard words.count < longer.count, words.joined().utf8.count >= 2 else { return false }
    return (0...(longer.count - words.count)).contains { longer[$0...].starts(with: words) }
  }

  private static func distance(
    _ left: String, _ right: String, within limit: (Int) -> Int
  ) -> Int? {
    let limit = limit(max(left.utf8.count, right.utf8.count))
    guard abs(left.utf8.count - right.utf8.count) <= limit else { return nil }
    return EditDistance.between(Array(left.utf8), Array(right.utf8), within: limit)
  }

  /// Of a name where the other name is equal.
  private static func looseLimit(_ length: Int) -> Int {
    switch length {
    case ...1: 0
    case ...6: 1
    case ...11: 2
    default: 3
    }
  }

  /// Of each name where neither is equal.
  private static func strictLimit(_ length: Int) -> Int {
    switch length {
    case ...4: 0
    case ...9: 1
    default: 2
    }
  }
}
