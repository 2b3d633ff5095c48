internal import Documents
internal import Events

/// Fields as people fill them in, with what they typed and what is wrong with it.
struct FieldHTML {
  let call: PageCall
  let values: FormValues
  let problems: FormProblems

  func html(_ field: FormField) -> HTML {
    switch field.control {
    case .line, .paragraph, .choice:
      return wrapped(field) { control(field, named: field.name, label: nil) }
    case .choices(let choices): return checkboxes(field, choices)
    case .rows(let columns): return rows(field, columns)
    }
  }

  private func wrapped(_ field: FormField, _ control: () -> HTML) -> HTML {
    let id = FormProblems.id(field.name)
    return HTML("div", class: "field") {
      HTML("label", ["for": id]) { label(field) }
      if let hint = field.hint { call.html("p", class: "hint", ["id": "\(id)-hint"], hint) }
      control()
      problems.beside(field.name, call)
    }
  }

  private func label(_ field: FormField) -> HTML {
    HTML.joined([
      HTML(text: call.say(field.label)),
      field.isRequired
        ? HTML(text: " ") : .nothing,
      field.isRequired
        ? call.html("span", class: "required", Text("(obligatoire)", "(required)")) : .nothing,
    ])
  }

  /// The control itself.
  ///
  /// - Parameter label: its name for who does not see the table that it is in; nil where it has a label.
  func control(_ field: FormField, named name: String, label: String?) -> HTML {
    let (id, value) = (FormProblems.id(name), values[name])
    let isWrong = !problems.of(name).isEmpty
    let described = [
      isWrong ? "\(id)-problem" : nil, field.hint != nil && label == nil ? "\(id)-hint" : nil,
    ].compactMap(\.self)
    let (description, invalid): (String?, String?) = (
      described.isEmpty ? nil : described.joined(separator: " "), isWrong ? "true" : nil
    )
    switch field.control {
    case .choice(let choices):
      return HTML(
        "select",
        [
          "name": name, "id": id, "aria-label": label, "aria-describedby": description,
          "aria-invalid": invalid,
        ]
      ) {
        HTML("option", ["value": ""], text: "—")
        for choice in choices {
          call.html(
            "option",
            ["value": choice.value, "selected": choice.value == value ? "selected" : nil],
            choice.text)
        }
      }
    case .paragraph:
      return HTML(
        "textarea",
        [
          "name": name, "id": id, "rows": label == nil ? "3" : "1", "aria-label": label,
          "aria-describedby": description, "aria-invalid": invalid,
        ], text: value)
    case .line, .choices, .rows:
      return HTML(
        "input",
        [
          "type": "text", "name": name, "id": id, "value": value.isEmpty ? nil : value,
          "autocomplete": "off", "list": Suggestions.list(for: name), "aria-label": label,
          "aria-describedby": description, "aria-invalid": invalid,
        ])
    }
  }

  /// The id of what is wrong with a group of controls.
  private func described(_ field: FormField) -> String? {
    problems.of(field.name).isEmpty ? nil : "\(FormProblems.id(field.name))-problem"
  }

  private func checkboxes(
    _ field: FormField, _ choices: [(value: String, text: Text)]
  ) -> HTML {
    let (id, chosen) = (FormProblems.id(field.name), values.all(field.name))
    return HTML("fieldset", ["id": id, "aria-describedby": described(field)]) {
      HTML("legend") { label(field) }
      for choice in choices {
        HTML("label", class: "choice") {
          HTML(
            "input",
            [
              "type": "checkbox", "name": field.name, "value": choice.value,
              "checked": chosen.contains(choice.value) ? "checked" : nil,
            ])
          HTML(text: " \(call.say(choice.text))")
        }
      }
      problems.beside(field.name, call)
    }
  }

  private func rows(_ field: FormField, _ columns: [FormField]) -> HTML {
    let filled = values.filledRows(field.name, columns).max() ?? 0
    let count = min(FormValues.mostRows, max(FormField.usualRows, filled + 2))
    return HTML(
      "fieldset", class: "rows",
      ["id": FormProblems.id(field.name), "aria-describedby": described(field)]
    ) {
      HTML("legend") { label(field) }
      problems.beside(field.name, call)
      for row in 1...count {
        HTML("div", class: "row") {
          for column in columns { cell(column, row, field) }
        }
      }
    }
  }

  private func cell(_ column: FormField, _ row: Int, _ list: FormField) -> HTML {
    let name = FormValues.cell(list.name, row, column.name)
    return HTML("div", class: "field") {
      HTML("label", ["for": FormProblems.id(name)]) {
        HTML(text: call.say(column.label))
        HTML("span", class: "hidden", text: " \(row)")
      }
      control(
        FormField(name: name, column.label, isRequired: false, column.control), named: name,
        label: nil)
      problems.beside(name, call)
    }
  }
}
