/// Which characters a name may have in a flow: no letter of another alphabet than the Latin one, which civil status
/// does not write, nothing that is not shown, and no picture. Digits and signs are left to the eye.
enum NameLetters {
  /// Whether a name has a letter.
  static func hasLetter(_ name: String) -> Bool {
    name.unicodeScalars.contains(where: isLetter)
  }

  /// Whether a name has no letter of another alphabet, nothing hidden and no picture.
  static func areAll(of name: String) -> Bool {
    isShown(name)
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isAlphabetic || isLetter($0) || isMark($0)
      }
  }

  /// Whether a name, or that of a place, has nothing hidden and no picture.
  static func isShown(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .format, .privateUse, .unassigned, .surrogate, .control, .otherSymbol: false
      default: true
      }
    }
  }

  /// Combining marks, and the letters in the place of apostrophes.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    0x2b0...0x36f ~= scalar.value || scalar == "ª" || scalar == "º"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x24f, 0x1e00...0x1eff, 0xfb00...0xfb06:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
      default: false
      }
    default: false
    }
  }
}
