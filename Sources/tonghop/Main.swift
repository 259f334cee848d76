import ArgumentParser
import Foundation

/// Arguments to calls to exit code.
@main
enum Main {
  static func main() async {
    // A reader that goes away early (`| head`) shows as an error of write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Tonghop.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(Departure(error).leave())
    }
  }
}
