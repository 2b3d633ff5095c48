public import Events

extension YearStatistics {
  /// One line of the fiche's table as programs read it: percentages as whole numbers, `null` without
  /// answers.
  public var json: JSONValue {
    [
      "year": .integer(year),
      "certified": .integer(certified),
      "certifiedByExperience": .integer(certifiedByExperience),
      "insertionSixMonths": .orNull(insertionSixMonths) { .integer($0) },
      "insertionOccupationSixMonths": .orNull(insertionOccupationSixMonths) { .integer($0) },
      "insertionOccupationTwoYears": .orNull(insertionOccupationTwoYears) { .integer($0) },
    ]
  }
}

extension Deadline {
  /// A deadline as programs read it.
  public var json: JSONValue {
    [
      "kind": .string(kind.rawValue),
      "subject": .string(subject.description),
      "lastDay": .string(lastDay.description),
      "daysLeft": .integer(daysLeft),
    ]
  }
}
