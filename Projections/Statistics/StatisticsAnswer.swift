public import Events

extension YearStatistics {
  /// The line in JSON: rates in whole percents, `null` without answers.
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
  /// The deadline in JSON.
  public var json: JSONValue {
    [
      "kind": .string(kind.rawValue),
      "subject": .string(subject.description),
      "lastDay": .string(lastDay.description),
      "daysLeft": .integer(daysLeft),
    ]
  }
}
