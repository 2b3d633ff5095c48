internal import Access
internal import AcquisLedger
internal import Events
internal import HTTP

extension Routes {
  private static let dryRun = Parameter(
    "dryRun", option: "dry-run", .flag, about: "judge, and record nothing")
  private static let yes = Parameter(
    "yes", .flag, about: "go on although other entries rest on those annulled or corrected")
  private static let distinct = Parameter(
    "distinct", .flag,
    about: "it is another person than the one known of the same birth name, first name and day")
  private static let names = Parameter.common.filter { $0.name == "names" }

  static let recording: [Route] = [
    Route(
      method: .post, path: Route.steps(of: "record"), permission: .record,
      summary: "decides facts, and records them if the rules allow them: one, or all or none",
      parameters: [dryRun, distinct] + names, body: "Record", answer: .one("Recorded")
    ) { call in
      try Decision(call, .record) { body, _ in
        try body.objects.enumerated().map { index, object in
          try body.submission(of: object, line: index + 1)
        }
      }.response()
    },
    Route(
      method: .post, path: Route.steps(of: "annul"), permission: .annul,
      summary: "annuls entries made by mistake: one, or all or none",
      parameters: [dryRun, yes] + names, body: "Annul", answer: .one("Recorded")
    ) { call in
      try Decision(call, .annul, replaces: true) { body, ledger in
        let log = try ledger.log()
        return try body.objects.enumerated().map { index, object in
          try body.annulment(of: object, line: index + 1, in: log)
        }
      }.response()
    },
    Route(
      method: .post, path: Route.steps(of: "correct"), permission: .correct,
      summary: "annuls entries and records the right ones, linked: one, or all or none",
      parameters: [dryRun, yes, distinct] + names, body: "Correct", answer: .one("Recorded")
    ) { call in
      try Decision(call, .correct, replaces: true) { body, ledger in
        try body.objects.enumerated().flatMap { index, object in
          try body.correction(of: object, line: 2 * index + 1, in: ledger)
        }
      }.response()
    },
    Route(
      method: .post, path: Route.steps(of: "candidates/{candidate}/prior"),
      permission: .recognise,
      summary: "records the enrolment and the recognitions that prior validations count for",
      parameters: [
        Parameter("for", .text(1...64), isRequired: true, about: "the certification aimed at"),
        Parameter("pathway", .word(Pathway.allCases.map(\.rawValue))), Parameter("on", .day),
        dryRun,
      ], answer: .one("Recorded")
    ) { call in
      let done = Turn.take {
        ServedCall(
          .prior, call.path,
          options: call.options + ["--record", "--json", "--by=\(call.grant.who)"],
          ServedLedger(ledger: call.ledger), in: .english)
      }
      if let failure = done.failure {
        if case .unknown = failure { throw ProblemDetails(question: failure) }
        throw ProblemDetails(decision: failure, answer: done.answer)
      }
      return call.answered(done, isList: false)
    },
    search("candidacies/search", .candidates, .list("Status"), filters),
    search("people/search", .people, .list("Person"), []),
  ]

  /// A list of persons of a name, which is posted so that it stands in no address.
  private static func search(
    _ path: String, _ command: Command, _ answer: Route.Answer, _ parameters: [Parameter]
  ) -> Route {
    let question = Route.question(
      path, command, answer, permission: .seeNames,
      summary: "\(command.summary.english), of persons of a name", parameters)
    return Route(
      method: .post, path: question.path, permission: .seeNames, summary: question.summary,
      parameters: question.parameters, body: "Search", answer: answer
    ) { call in
      let value = try RequestBody.json(of: call.request)
      guard case .object(let members) = value, members.count == 1,
        let name = value["name"]?.text, 1...200 ~= name.unicodeScalars.count,
        !name.allSatisfy(\.isWhitespace),
        !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else {
        throw ProblemDetails.wrong("the body: expected {\"name\": a text of 1 to 200 characters}")
      }
      var call = call
      call.options.append("--name=\(name)")
      return try question.run(call)
    }
  }
}

/// Facts that a request asks to decide.
struct Decision {
  private let call: RouteCall
  private let command: Command
  private let replaces: Bool
  private let submissions: (RequestBody, Ledger) throws -> [Submission]

  /// - Parameters:
  ///   - command: the one that does the same on the command line.
  ///   - replaces: whether what hangs on the entries is to be confirmed.
  ///   - submissions: reads the body.
  init(
    _ call: RouteCall, _ command: Command, replaces: Bool = false,
    _ submissions: @escaping (RequestBody, Ledger) throws -> [Submission]
  ) throws {
    self.call = call
    self.command = command
    self.replaces = replaces
    self.submissions = submissions
  }

  /// Decides and records them.
  ///
  /// - Throws: ``ProblemDetails``: 422 with the refusals of the rules.
  func response() throws -> HTTPResponse {
    let body = try RequestBody(call)
    let served = ServedLedger(ledger: call.ledger)
    let options =
      call.options + [
        call.showsNames ? "--names" : "--no-names", "--json", "--by=\(call.grant.who)",
      ]
    var problem: ProblemDetails?
    let done = Turn.take {
      ServedCall(served, in: .english) { output in
        var invocation = try Invocation(command.withoutArguments, ArraySlice(options), output)
        invocation.served = served
        do {
          let lines = try submissions(body, call.ledger)
          try RecordingCommand.decide(lines, from: nil, replaces: replaces, invocation)
        } catch let found as ProblemDetails {
          problem = found
        } catch let failure as SubmissionFailure {
          throw Failure(failure, file: nil, ledger: "ledger")
        }
      }
    }
    if let problem { throw problem }
    if let failure = done.failure {
      throw ProblemDetails(decision: failure, answer: done.answer)
    }
    return call.answered(done, isList: false)
  }
}

extension Command {
  /// This command as a body gives its arguments.
  fileprivate var withoutArguments: Command {
    Command(
      name: name, summary: summary, options: options, example: example, run: run)
  }
}
