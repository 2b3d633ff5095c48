internal import AcquisLedger
internal import Cryptography
internal import Documents
internal import EventLog
internal import Events
internal import HTTP
internal import TransparencyLog

/// What an auditor needs to trust the log without the house: its root, the signed checkpoint, proofs, a verification.
struct AuditPage {
  let call: PageCall

  func answer() throws -> PageAnswer {
    let head = try call.question.log.head()
    let hasNote = try SignedCheckpoints.lastNote(beside: call.ledger.file) != nil
    let state = call.site.works.verification.state(of: call.language.rawValue)
    var isRunning = false
    if case .running = state { isRunning = true }
    return .page(
      Page(
        Text("Contrôle", "Audit"), hasTimes: false,
        refresh: isRunning ? Progress.refresh(call) : nil
      ) {
        HTML("section") {
          call.html("h2", Text("État du registre", "State of the log"))
          Sentences(call).list([
            (Text("entrées", "entries"), Text(verbatim: head.last.description), .plain),
            (
              Text("racine (RFC 9162)", "root (RFC 9162)"), Text(verbatim: head.root.base64), .plain
            ),
          ])
          HTML("p", class: "actions") {
            if hasNote {
              call.link(
                "/audit/checkpoint", class: "button",
                Text("Télécharger le point de contrôle signé", "Download the signed checkpoint"))
            } else {
              call.html(
                "span",
                Text(
                  "Aucun point de contrôle n’est signé : le certificateur en signe un par `acquis audit checkpoint`, sur la machine qui a la clé.",
                  "No checkpoint is signed: the certifier signs one by `acquis audit checkpoint`, on the machine that has the key."
                ))
            }
          }
        }
        HTML("section", ["id": "verification"]) {
          call.html("h2", Text("Vérification", "Verification"))
          call.html(
            "p",
            Text(
              "Relit chaque entrée et en recalcule les empreintes, l’arbre et les points de contrôle ; ne répare rien.",
              "Reads every entry again and recomputes its hashes, the tree and the checkpoints; repairs nothing."
            ))
          HTML("div", ["id": Progress.id, "data-running": isRunning ? "yes" : nil]) {
            verification(state)
            if !isRunning { begin }
          }
        }
        proofs(head.last)
        HTML("section") {
          call.html("h2", Text("Sans nous faire confiance", "Without trusting us"))
          call.html(
            "p",
            Text(
              "Le registre se suit en tuiles C2SP sous `/log/` : `checkpoint`, `tile/…`, `tile/entries/…`. Le programme d’audit du dépôt les vérifie seul.",
              "The log is followed as C2SP tiles under `/log/`: `checkpoint`, `tile/…`, `tile/entries/…`. The auditor's program of the repository verifies them alone."
            ))
        }
      })
  }

  private var begin: HTML {
    HTML("form", ["method": "post", "action": "/audit/verify"]) {
      SessionFields.key(call.visitor.session)
      call.html("button", class: "main", Text("Vérifier tout le registre", "Verify the whole log"))
    }
  }

  private func verification(_ state: LongWork<(lines: [String], isGood: Bool)>.State) -> HTML {
    switch state {
    case .never: return .nothing
    case .running(let done, let all): return Progress(call: call, done: done, all: all).html
    case .ended(let (lines, isGood), let instant):
      let when = instant.inTable
      return HTML("div", class: isGood ? "done" : "refusals", ["role": "status"]) {
        call.html(
          "p",
          isGood
            ? Text(
              "Tout est tel qu’écrit (le \(when.french)).",
              "All is as written (on \(when.english)).")
            : Text(
              "La vérification a trouvé des défauts (le \(when.french)).",
              "The verification found defects (on \(when.english))."))
        for line in lines { HTML("p") { HTML(text: line) } }
      }
    }
  }

  func verify() throws -> PageAnswer {
    let last = try call.question.log.head().last
    let (ledger, language) = (call.ledgerApart, call.language)
    call.site.works.verification.begin(language.rawValue, size: Int(last.number)) { progress in
      let served = ServedLedger(ledger: ledger, progress: progress)
      let done = ServedCall(.auditVerify, [], options: [], served, in: language)
      var text = String(decoding: done.answer, as: UTF8.self)
      if let failure = done.failure { text += failure.text.text(in: language) }
      return (text.split(separator: "\n").map(String.init), done.failure == nil)
    }
    return .redirect("/audit")
  }

  private func proofs(_ last: Position) -> HTML {
    HTML("section") {
      call.html("h2", Text("Preuves", "Proofs"))
      HTML("form", class: "filters", ["method": "get", "action": "/audit/inclusion"]) {
        number(
          "entry-position", "position",
          Text("Preuve d’inclusion de l’entrée", "Inclusion proof of entry"), last)
        HTML("div", class: "buttons") { call.html("button", Text("Télécharger", "Download")) }
      }
      HTML("form", class: "filters", ["method": "get", "action": "/audit/consistency"]) {
        number(
          "from-size", "from",
          Text("Preuve de continuité, de la taille", "Consistency proof, from size"), last)
        number("to-size", "to", Text("à la taille", "to size"), last)
        HTML("div", class: "buttons") { call.html("button", Text("Télécharger", "Download")) }
      }
    }
  }

  private func number(_ id: String, _ name: String, _ label: Text, _ last: Position) -> HTML {
    HTML("div", class: "field") {
      call.html("label", ["for": id], label)
      HTML(
        "input",
        [
          "type": "number", "name": name, "id": id, "min": "1", "max": last.description,
          "required": "required", "inputmode": "numeric",
        ])
    }
  }

  // MARK: Files

  func checkpoint() throws -> PageAnswer {
    guard let note = try SignedCheckpoints.lastNote(beside: call.ledger.file) else {
      throw Failure.unknown(
        Text("aucun point de contrôle n’est signé", "no checkpoint is signed"))
    }
    return .file(
      Download(name: "acquis.checkpoint", "text/plain; charset=utf-8", note.bytes).response)
  }

  func inclusion() throws -> PageAnswer {
    try proof(.auditProve, [call.query["position"] ?? ""], "inclusion")
  }

  func consistency() throws -> PageAnswer {
    try proof(
      .auditConsistency, [call.query["from"] ?? "", call.query["to"] ?? ""], "consistency")
  }

  private func proof(_ command: Command, _ words: [String], _ name: String) throws -> PageAnswer {
    guard words.allSatisfy({ Int64($0).map { $0 > 0 } ?? false }) else {
      throw PageProblem(
        status: 400, Text("Demande incorrecte", "Wrong request"),
        Text("un nombre d’entrées est attendu", "expected a number of entries"))
    }
    let done = call.run(command, words, ["--json"])
    if let failure = done.failure { throw failure }
    let file = ([name] + words).joined(separator: "-") + ".proof.json"
    return .file(Download(name: file, Route.json, done.answer).response)
  }
}
