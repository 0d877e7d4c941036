// Built for the machine that builds: reads the codebook's files and writes its automaton as a C++
// file.
//   compile_codebook OUTPUT.cpp NAME FILE.toml...
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "compiler.hpp"
#include "lull/base/error.hpp"

namespace {

using lull::AutomatonTables;

template <typename Rows, typename Write>
void write_rows(std::ostream& out, const char* type, const char* name, const Rows& rows,
                Write&& write) {
  out << "constexpr " << type << " " << name << "[] = {\n";
  std::size_t on_line = 0;
  for (const auto& row : rows) {
    write(row);
    out << (++on_line % 12 == 0 ? ",\n" : ",");
  }
  if (rows.empty()) out << "{}";
  out << "};\n";
}

template <typename Number>
void write_numbers(std::ostream& out, const char* name, const std::vector<Number>& numbers) {
  const char* const type = sizeof(Number) == 2 ? "std::uint16_t" : "std::uint32_t";
  write_rows(out, type, name, numbers, [&](Number number) { out << number; });
}

void write_pool(std::ostream& out, const std::string& pool) {
  out << "constexpr char pool[] =\n";
  for (std::size_t at = 0; at < pool.size(); at += 90)
    out << "    \"" << pool.substr(at, 90) << "\"\n";
  out << "    \"\";\n";
}

void write_tables(std::ostream& out, const AutomatonTables& t) {
  write_pool(out, t.pool);
  write_numbers(out, "buckets", t.buckets);
  write_rows(out, "WordRow", "words", t.words, [&](const lull::WordRow& row) {
    out << '{' << row.text << ',' << row.symbols << ',' << row.length << ',' << row.symbol_count
        << ',' << row.spelled << ',' << row.spelled_count << '}';
  });
  const auto piece = [&](const lull::AutomatonPiece& row) {
    out << '{' << row.text << ',' << row.length << '}';
  };
  write_rows(out, "AutomatonPiece", "spelled", t.spelled, piece);
  write_numbers(out, "symbols", t.symbols);
  write_rows(out, "NodeRow", "nodes", t.nodes, [&](const lull::NodeRow& row) {
    out << '{' << row.edges << ',' << row.edge_count << ',' << row.person << '}';
  });
  write_rows(out, "EdgeRow", "edges", t.edges,
             [&](const lull::EdgeRow& row) { out << '{' << row.symbol << ',' << row.node << '}'; });
  const auto companion = [](const lull::Companion& one) {
    return fmt::format("{{{},{},{}}}", one.symbol, one.from, one.to);
  };
  write_numbers(out, "member_first", t.member_first);
  write_numbers(out, "members", t.members);
  write_numbers(out, "key_first", t.key_first);
  write_rows(out, "KeyRow", "keys", t.keys, [&](const lull::KeyRow& row) {
    out << '{' << companion(row.companion) << ',' << row.phrases << '}';
  });
  write_rows(out, "PhraseRow", "phrases", t.phrases, [&](const lull::PhraseRow& row) {
    out << '{' << companion(row.next) << ',' << row.steps << ',' << row.outputs << ','
        << int{row.step_count} << ',' << int{row.output_count} << '}';
  });
  write_rows(out, "StepRow", "steps", t.steps, [&](const lull::StepRow& row) {
    out << '{' << row.symbol << ',' << int{row.gap} << '}';
  });
  write_rows(out, "OutputRow", "outputs", t.outputs, [&](const lull::OutputRow& row) {
    out << '{' << row.row << ',' << int{row.negatable} << '}';
  });
  write_numbers(out, "people_root", t.people_root);
  write_rows(out, "AutomatonPiece", "people", t.people, piece);
  write_rows(out, "MeaningRow", "meanings", t.meanings, [&](const lull::MeaningRow& row) {
    out << '{' << row.id << ',' << row.id_length << ',' << int{row.kind} << ',' << int{row.detail}
        << ',' << int{row.who} << ',' << int{row.whose} << ',' << row.weight << "F}";
  });
}

int compile(int count, char** arguments) {
  lull::CodebookSource source;
  for (int i = 3; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    if (!file && text.empty()) {
      std::cerr << "could not read " << arguments[i] << '\n';
      return 1;
    }
    lull::read_codebook(text, arguments[i], source);
  }
  std::ofstream out(arguments[1], std::ios::binary);
  out << std::showpoint << "// Made from the codebook by compile_codebook; not for editing.\n"
      << "#include \"automaton.hpp\"\n\nnamespace lull::embedded {\nnamespace {\n";
  const AutomatonTables compiled = lull::compile_codebook(source);
  write_tables(out, compiled);
  out << "}  // namespace\n\nextern const Automaton " << arguments[2] << ";\nconst Automaton "
      << arguments[2]
      << "{{pool, sizeof pool - 1}, buckets, words, spelled, symbols, nodes, edges, "
         "member_first, members, key_first, keys,\n"
      << "    phrases, steps, outputs, people_root, people, meanings, " << compiled.asked
      << "};\n}  // namespace lull::embedded\n";
  out.close();
  return out ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::cerr << "usage: compile_codebook OUTPUT.cpp NAME FILE.toml...\n";
    return 2;
  }
  try {
    return compile(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
