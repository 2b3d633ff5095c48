public import Events

extension YearStatistics {
  /// The line in JSON: rates in whole percents, `null` without answers; `published`, the same
  /// figures as published, and `bases`, how many answered the survey of each rate.
  public var json: JSONValue {
    [
      "year": .integer(year),
      "certified": .integer(certified),
      "certifiedByExperience": .integer(certifiedByExperience),
      "insertionSixMonths": .orNull(insertionSixMonths) { .integer($0) },
      "insertionOccupationSixMonths": .orNull(insertionOccupationSixMonths) { .integer($0) },
      "insertionOccupationTwoYears": .orNull(insertionOccupationTwoYears) { .integer($0) },
      "published": .orNull(published, \.json),
      "bases": [
        "insertionSixMonths": .integer(answeredSixMonths),
        "insertionOccupationSixMonths": .integer(answeredSixMonths),
        "insertionOccupationTwoYears": .integer(answeredTwoYears),
      ],
    ]
  }
}

extension PublishedStatistics {
  fileprivate var json: JSONValue {
    [
      "certified": .integer(certified.value),
      "certifiedByExperience": .integer(certifiedByExperience.value),
      "insertionSixMonths": .integer(insertionSixMonths.value),
      "insertionOccupationSixMonths": .integer(insertionOccupationSixMonths.value),
      "insertionOccupationTwoYears": .integer(insertionOccupationTwoYears.value),
    ]
  }
}
