import EventSamples
import Events
import Testing

@Suite struct `Values that contradict each other` {
  /// What each type's sample with other data is refused for; nil: nothing.
  private static func refusal(
    _ type: EventType, _ data: JSONValue, on day: String = "2024-06-17"
  ) throws -> ReadingFailure? {
    let event = try Event(
      type,
      members: [
        JSONMember("occurredOn", .string(day)), JSONMember("recordedBy", "clerk:1"),
        JSONMember("schema", 1), JSONMember("id", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061"),
        JSONMember("type", .string(type.rawValue)), JSONMember("data", data),
      ])
    do throws(ReadingFailure) {
      try event.fact.checkContradictions(on: event.occurredOn)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a list that has an element twice is refused, with its field`() throws {
    let jury: JSONValue = [
      "jury": "J", "certification": "3474", "sessionOn": "2024-07-01", "mode": "onSite",
      "members": [["member": "M", "role": "president"], ["member": "M", "role": "president"]],
    ]
    let cases: [(EventType, JSONValue, String)] = [
      (
        .candidateEnrolled,
        [
          "candidacy": "D", "candidate": "P", "certification": "3474", "pathway": "experience",
          "targets": ["3474D1", "3474D1"],
        ], "targets"
      ),
      (.juryConvened, jury, "members"),
      (.juryHeld, ["jury": "J", "present": ["M", "M"]], "present"),
      (
        .partialCertificateIssued,
        ["candidacy": "D", "number": "N", "blocks": ["3474D1", "3474D1"]], "blocks"
      ),
      (
        .competencyAssessed,
        [
          "candidacy": "D", "modality": "interview",
          "results": [
            ["competency": "3474A01-C01", "outcome": "acquired"],
            ["competency": "3474A01-C01", "outcome": "notAcquired"],
          ],
        ], "results"
      ),
      (
        .juryPolicyChanged,
        [
          "certification": "3474", "effectiveOn": "2024-07-01", "basis": "policy",
          "roles": ["president", "president"],
        ], "roles"
      ),
    ]
    for (type, data, field) in cases {
      #expect(
        try Self.refusal(type, data) == ReadingFailure(.repeated, path: ["data", field]), "\(type)")
    }
  }

  @Test func `one member in two roles, and two members of another role, are not refused`() throws {
    let jury: JSONValue = [
      "jury": "J", "certification": "3474", "sessionOn": "2024-07-01", "mode": "onSite",
      "members": [["member": "M", "role": "president"], ["member": "M", "role": "operations"]],
    ]
    #expect(try Self.refusal(.juryConvened, jury) == nil)
    let policy: JSONValue = [
      "certification": "3474", "effectiveOn": "2024-07-01", "basis": "policy",
      "roles": ["other", "other"],
    ]
    #expect(try Self.refusal(.juryPolicyChanged, policy) == nil)
  }

  @Test func `a day before that of its fact is refused, the same day is not`() throws {
    let admissible = { (last: JSONValue) -> JSONValue in
      ["candidacy": "D", "admissible": true, "validUntil": last]
    }
    #expect(
      try Self.refusal(.admissibilityDecided, admissible("2024-06-16"))
        == ReadingFailure(.beforeItsDay, path: ["data", "validUntil"]))
    #expect(try Self.refusal(.admissibilityDecided, admissible("2024-06-17")) == nil)
    let renewal: JSONValue = ["certification": "3474", "expiresOn": "2010-09-20"]
    #expect(
      try Self.refusal(.registrationRenewed, renewal)
        == ReadingFailure(.beforeItsDay, path: ["data", "expiresOn"]))
  }

  @Test func `a version that succeeds itself, and an occupation without employment, are refused`()
    throws
  {
    #expect(
      try Self.refusal(.certificationSuperseded, ["certification": "3474", "by": "3474"])
        == ReadingFailure(.contradicts(field: "certification"), path: ["data", "by"]))
    let survey: JSONValue = [
      "candidacy": "D", "after": "twoYears", "employed": false, "inTargetOccupation": true,
    ]
    #expect(
      try Self.refusal(.insertionSurveyAnswered, survey)
        == ReadingFailure(.contradicts(field: "employed"), path: ["data", "inTargetOccupation"]))
  }

  @Test func `a policy grants 1 to 99 years, or has no limit`() throws {
    for (years, isRefused): (JSONValue, Bool) in [
      (0, true), (1, false), (99, false), (100, true), (.null, false),
    ] {
      let data: JSONValue = [
        "certification": "3474", "years": years, "effectiveOn": "2024-07-01", "basis": "policy",
      ]
      #expect(try (Self.refusal(.blockValidityPolicyChanged, data) != nil) == isRefused)
      #expect(try (Self.refusal(.completionWindowPolicyChanged, data) != nil) == isRefused)
    }
  }
}
