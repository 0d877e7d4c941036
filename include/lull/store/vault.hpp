#pragma once

#include <memory>
#include <optional>
#include <string>

#include "lull/base/instant.hpp"
#include "lull/store/key_record.hpp"
#include "lull/store/secret.hpp"

namespace lull {

/// The half of the key pair that opens, unwrapped.
using SecretKey = std::shared_ptr<const Secret>;

/// A lock that was just made, with its key.
struct NewVault {
  KeyRecord record;
  SecretKey key;
};

/// Draws a key pair and wraps its secret half. A passphrase is taken as it is: compose it (NFC)
/// first. Takes as long as `cost` says. Throws Error{usage} for an empty passphrase, Error{io} when
/// there is not enough memory for the stretching.
NewVault make_vault(const Secret& passphrase, const KdfCost& cost);

/// Unwraps the secret key with the passphrase, or with the recovery phrase where there is one.
/// Nothing when neither fits. Throws Error{io} when there is not enough memory (which says nothing
/// about the passphrase), Error{store} for a record that is damaged.
SecretKey open_vault(const KeyRecord& record, const Secret& typed);

/// Wraps the key anew. The rows need not be sealed again; the old passphrase opens only older
/// copies of the file.
void set_passphrase(KeyRecord& record, const SecretKey& key, const Secret& passphrase,
                    const KdfCost& cost);
/// Adds a second wrap in place of the one there may be, and returns its phrase: nine words of five
/// letters that hold 128 random bits and a check.
Secret set_recovery_phrase(KeyRecord& record, const SecretKey& key, const KdfCost& cost);

/// Whether the secret key is the other half of the public one.
bool is_pair(const Secret& key, const PublicKey& public_key);

/// A text outside the journal (a draft that could not be saved), sealed so that the journal's key
/// opens it.
std::string seal_text(const std::string& text, Instant at, const PublicKey& public_key);
bool is_sealed_text(const std::string& bytes);
/// Nothing when it was changed, or sealed to another key.
std::optional<std::string> open_sealed_text(const std::string& bytes, const Secret& key);

}  // namespace lull
