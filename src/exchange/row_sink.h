// Gathers what becomes of rows into batches and a summary.
#pragma once

#include "exchange/row_coder.h"

namespace entente {

class RowSink {
 public:
  // Both must outlive it.
  RowSink(const ImportOptions& options, const std::function<void(ImportedBatch&&)>& take)
      : options_(options), take_(take) {}

  void add(const Row& row, CodedRow&& coded);
  void reject(const Row& row, std::string_view reason);
  // Events that belong to no row of their own.
  void add_all(CodedRow&& coded);
  // Hands over what is left.
  ImportSummary finish();

  ImportSummary summary;

 private:
  void keep(CodedRow&& coded);
  void hand_over();

  const ImportOptions& options_;
  const std::function<void(ImportedBatch&&)>& take_;
  ImportedBatch batch_;
};

}  // namespace entente
