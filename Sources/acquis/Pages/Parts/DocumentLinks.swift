internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// The links to a document: to print from the browser, and as PDF.
struct DocumentLinks {
  let call: PageCall

  init(_ call: PageCall) { self.call = call }

  func html(_ name: Text, _ path: [String], _ query: KeyValuePairs<String, String?> = [:]) -> HTML {
    let pdf = PageLinks.address(
      path,
      [("on", call.times.on?.description), ("known", call.times.known?.description)]
        + query.map { ($0, $1) } + [("as", "pdf")])
    return HTML("span", class: "document") {
      call.link(call.links.to(path, query), name)
      HTML(text: " ")
      HTML(
        "a", class: "lesser-link",
        ["href": pdf, "aria-label": "\(call.say(name)), PDF"], text: "PDF")
    }
  }
}

/// A document of the command line at an address: as a page to print, or as PDF with `as=pdf`.
struct DocumentPage: Sendable {
  let path: String
  let command: Command
  var options: [String] = []
  /// The options that the address may add, each with a value that it may have.
  var allowed: [String: [String]] = [:]

  var route: PageRoute {
    .get(path, .attest) { call in
      let isPDF = call.query["as"] == "pdf"
      var options = options + call.options(of: command).filter { !$0.contains("names") }
      if command.options.contains(where: { $0.name == "names" }) { options.append("--names") }
      for (name, values) in allowed {
        guard let value = call.query[name], values.contains(value) else { continue }
        options.append(value == "true" ? "--\(name)" : "--\(name)=\(value)")
      }
      let done = ServedCall(
        command, call.path, options: options,
        ServedLedger(ledger: call.ledger, isPDF: isPDF), in: call.language)
      if let failure = done.failure { throw failure }
      let name = path.split(separator: "/").last.map(String.init) ?? "document"
      let file = "\(name)-\(call.path[0])"
      return .file(
        isPDF
          ? Download(name: "\(file).pdf", Route.pdf, done.answer).response
          : try Download(name: "\(file).html", Route.html, done.answer).document)
    }
  }

  static let all = [
    DocumentPage(
      path: "candidacies/{candidacy}/attestation", command: .attest,
      allowed: ["anyway": ["true"], "blocks": ["true"]]),
    DocumentPage(
      path: "candidacies/{candidacy}/certificate", command: .attest, options: ["--certificate"],
      allowed: ["anyway": ["true"]]),
    DocumentPage(
      path: "candidates/{candidate}/file", command: .candidate, options: ["--all"]),
    DocumentPage(
      path: "juries/{jury}/minutes", command: .minutes, allowed: ["blank": ["true"]]),
    DocumentPage(
      path: "juries/{jury}/letters", command: .letters,
      allowed: ["kind": ["summons", "result"]]),
  ]
}
