public import Events

extension PeriodReport {
  /// The report in JSON: ids and numbers only, no name and no free text. Its canonical bytes are what a
  /// printed report gives the SHA-256 of.
  public var json: JSONValue {
    [
      "period": .string(period.description),
      "certification": .orNull(certification) { .string($0.text) },
      "on": .string(on.description), "known": .integer(Int(known.number)),
      "edition": .string(Edition.current.description),
      "awards": awards.json,
      "outcomes": .object(outcomes.json),
      "firstPresentation": firstPresentation.json,
      "sessions": .list(sessions.map(\.json)),
      "pathways": .list(
        pathways.map { line in
          .object(
            [JSONMember("pathway", .string(line.pathway.rawValue))] + line.outcomes.json)
        }),
      "admissibilityToJury": [
        "medianDays": .orNull(admissibilityToJury.medianDays) { .integer($0) },
        "base": .integer(admissibilityToJury.base),
      ],
      "waivers": .list(waivers.map(\.json)),
      "closingWindows": .list(closingWindows.map(\.json)),
      "declarations": declarations.json,
      "experience": experience.json,
      "registrations": .list(registrations.map(\.json)),
      "surveys": surveys.json,
      "findings": .list(
        findings.map { line in
          [
            "rule": .string(line.rule.description), "broken": .integer(line.broken),
            "waived": .integer(line.waived),
          ]
        }),
    ]
  }
}

extension ReportedAwards {
  fileprivate var json: JSONValue {
    [
      "certified": .integer(certified), "certifiedByExperience": .integer(byExperience),
      "sinceJanuary": .integer(sinceJanuary), "sinceJanuaryBefore": .integer(sinceJanuaryBefore),
      "byMonth": .list(byMonth.map { .integer($0) }),
      "byMonthBefore": .list(byMonthBefore.map { .integer($0) }),
      "byCertification": .list(
        byCertification.map { line in
          [
            "certification": .string(line.certification.text),
            "certified": .integer(line.certified),
            "certifiedByExperience": .integer(line.byExperience),
          ]
        }),
    ]
  }
}

extension ReportedSession {
  fileprivate var json: JSONValue {
    .object(
      [
        JSONMember("jury", .string(jury.text)),
        JSONMember("certification", .orNull(certification) { .string($0.text) }),
        JSONMember("day", .string(day.description)),
      ] + outcomes.json)
  }
}

extension WaivedEntry {
  fileprivate var json: JSONValue {
    [
      "position": .integer(Int(position.number)), "occurredOn": .string(day.description),
      "rules": .list(rules.map { .string($0.description) }),
      "recordedBy": .string(recordedBy.text),
      "candidacy": .orNull(candidacy) { .string($0.text) },
      "jury": .orNull(jury) { .string($0.text) },
    ]
  }
}

extension ClosingWindow {
  fileprivate var json: JSONValue {
    [
      "candidacy": .string(candidacy.text), "candidate": .string(candidate.text),
      "certification": .string(certification.text), "lastDay": .string(lastDay.description),
      "daysLeft": .integer(daysLeft), "missing": .list(missing.map { .string($0.text) }),
      "nextSession": .orNull(nextSession) {
        ["jury": .string($0.jury.text), "sessionOn": .string($0.day.description)]
      },
    ]
  }
}

extension ReportedDeclarations {
  fileprivate var json: JSONValue {
    [
      "horizon": .string(horizon.description), "due": .integer(due),
      "deposited": .integer(deposited), "rejected": .integer(rejected), "late": .integer(late),
    ]
  }
}

extension ReportedExperience {
  fileprivate var json: JSONValue {
    [
      "admissibilityDecisions": .integer(admissibilityDecisions),
      "sessions": .integer(sessions), "sessionsOverdue": .integer(sessionsOverdue),
      "notifications": .integer(notifications),
      "notificationsOverdue": .integer(notificationsOverdue),
    ]
  }
}

extension ReportedSurveys {
  fileprivate var json: JSONValue {
    [
      "horizon": .string(horizon.description),
      "sixMonths": .integer(sixMonths), "sixMonthsPast": .integer(sixMonthsPast),
      "twoYears": .integer(twoYears), "twoYearsPast": .integer(twoYearsPast),
    ]
  }
}
