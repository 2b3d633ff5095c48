internal import AcquisLedger
internal import Documents
internal import Events
internal import Rules

/// Why a form is not taken: what is wrong with a field, or which rule refuses it, each beside the field that it
/// is about, and all at the top.
struct FormProblems {
  struct Problem {
    /// The field's name in the form; nil: the form as a whole.
    let field: String?
    let rule: RuleID?
    let message: Text
    /// What would satisfy the rule.
    let remedy: Text?
    let source: Text?
  }

  private(set) var problems: [Problem] = []

  var isEmpty: Bool { problems.isEmpty }

  mutating func add(field: String?, _ message: Text) {
    problems.append(
      Problem(field: field, rule: nil, message: message, remedy: nil, source: nil))
  }

  mutating func add(_ refusal: Refusal, field: String?) {
    problems.append(
      Problem(
        field: field, rule: refusal.rule, message: refusal.message, remedy: refusal.remedy,
        source: refusal.source))
  }

  func of(_ field: String) -> [Problem] { problems.filter { $0.field == field } }

  /// The summary at the top of the form, with a link to each field.
  ///
  /// - Parameter labels: of the fields, by name.
  func summary(_ call: PageCall, labels: [String: Text] = [:]) -> HTML {
    if problems.isEmpty { return .nothing }
    return HTML("div", class: "refusals", ["role": "alert", "id": "refusals", "tabindex": "-1"]) {
      call.html(
        "p", class: "strong",
        Text("Refusé, rien n’a été enregistré.", "Refused, nothing was recorded."))
      HTML("ul") {
        for problem in problems {
          HTML("li") {
            if let rule = problem.rule { HTML("strong", text: "\(rule) ") }
            if let field = problem.field {
              call.link("#\(Self.id(field))", Self.message(problem, labels[field]))
            } else {
              HTML("span") { Sentences(call).linked(call.say(problem.message.capitalised)) }
            }
            if let remedy = problem.remedy {
              call.html(
                "p",
                Text("il faut : \(remedy.french)", "needed: \(remedy.english)").withoutTypes
                  .capitalised)
            }
            if let source = problem.source { call.html("p", class: "hint", source.capitalised) }
          }
        }
      }
    }
  }

  /// What is wrong, with the field's name; a rule names what it is about itself.
  private static func message(_ problem: Problem, _ label: Text?) -> Text {
    guard let label, problem.rule == nil else { return problem.message.capitalised }
    return Text(
      "\(label.french) : \(problem.message.french)", "\(label.english): \(problem.message.english)")
  }

  /// What is wrong, below a field.
  func beside(_ field: String, _ call: PageCall) -> HTML {
    let own = of(field)
    if own.isEmpty { return .nothing }
    return HTML("div", class: "problem", ["id": "\(Self.id(field))-problem"]) {
      for problem in own {
        HTML("p") {
          if let rule = problem.rule { HTML("strong", text: "\(rule) ") }
          call.html("span", problem.message.capitalised)
          if let remedy = problem.remedy {
            call.html(
              "span",
              Text(" — il faut : \(remedy.french)", " — needed: \(remedy.english)").withoutTypes)
          }
        }
      }
    }
  }

  /// The id of a field's control in the page.
  static func id(_ field: String) -> String {
    "f-" + field.map { $0.isLetter || $0.isNumber ? $0 : "-" }
  }
}
