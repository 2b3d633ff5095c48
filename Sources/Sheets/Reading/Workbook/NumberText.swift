/// A number of a workbook as a person sees it.
enum NumberText {
  /// The number that is written with digits, a point, signs and an exponent; nil for anything else.
  static func value(_ text: String) -> Double? {
    guard
      text.utf8.allSatisfy({ byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
          true
        default: false
        }
      }), let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// Its digits, at most 15 as spreadsheets show them, without an exponent from 10⁻¹⁰ to 10²¹.
  static func digits(of number: Double, _ format: NumberFormat) -> String {
    if number == number.rounded(), abs(number) < 1e15 {
      let text = String(Int(abs(number)))
      var width = 0
      if case .padded(let digits) = format { width = digits }
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - text.count))
        + text
    }
    guard abs(number) >= 1e-10, abs(number) < 1e21 else { return "\(number)" }
    let (digits, exponent) = rounded(number)
    let whole =
      exponent > 0
      ? String(digits.prefix(exponent))
        + String(repeating: "0", count: max(0, exponent - digits.count)) : "0"
    let fraction =
      exponent >= digits.count
      ? ""
      : String(repeating: "0", count: max(0, -exponent)) + digits.dropFirst(max(0, exponent))
    return (number < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The shortest digits of a number, rounded to 15 and without zeros at the end; the point stands before them,
  /// moved to the right by the exponent.
  private static func rounded(_ number: Double) -> (String, Int) {
    let text = "\(abs(number))"
    let parts = text.split(separator: "e")
    let mantissa = (parts.first ?? "0").split(separator: ".")
    let whole = mantissa.first ?? "0"
    var digits = Array((whole + (mantissa.dropFirst().first ?? "")).utf8)
    var exponent = whole.count + (parts.dropFirst().first.flatMap { Int($0) } ?? 0)
    while digits.first == 0x30, digits.count > 1 {
      digits.removeFirst()
      exponent -= 1
    }
    if digits.count > 15 {
      let isUp = digits[15] >= 0x35
      digits.removeSubrange(15...)
      if isUp {
        var place = 14
        while place >= 0, digits[place] == 0x39 {
          digits[place] = 0x30
          place -= 1
        }
        if place >= 0 {
          digits[place] += 1
        } else {
          digits.insert(0x31, at: 0)
          exponent += 1
        }
      }
    }
    while digits.last == 0x30, digits.count > 1 { digits.removeLast() }
    return (String(decoding: digits, as: UTF8.self), exponent)
  }
}
