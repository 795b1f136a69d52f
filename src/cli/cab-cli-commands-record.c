/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-commands-private.h"

#include <glib/gi18n.h>

#include "cab-addendum.h"
#include "cab-attachment.h"
#include "cab-cli-attachment.h"
#include "cab-cli-chart.h"
#include "cab-cli-consent.h"
#include "cab-cli-import.h"
#include "cab-cli-mood.h"
#include "cab-cli-note.h"
#include "cab-cli-record.h"
#include "cab-consent-event.h"
#include "cab-emotion-word.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-note.h"
#include "cab-policy-text.h"
#include "cab-process-note.h"
#include "cab-value-domain.h"

/* The nouns that are about what is kept for a client. */

/* clang-format off */
static const CabCliOption list_options[] = {
  OPTION_ALL,
  OPTION_FORMAT,
  OPTION_SENSITIVE,
  { NULL }
};

static const CabCliOption shared_list_options[] = {
  OPTION_ALL,
  OPTION_FORMAT,
  { NULL }
};

static const CabCliOption note_list_options[] = {
  { .name = "process", .help = N_("process notes instead of notes") },
  OPTION_ALL,
  OPTION_FORMAT,
  OPTION_SENSITIVE,
  { NULL }
};

static const CabCliOption note_show_options[] = {
  { .name = "versions", .help = N_("every version of the text, from the first") },
  { NULL }
};

static const CabCliOption note_add_options[] = {
  OPTION_TEXT,
  OPTION_TEXT_FILE,
  { .name = "process", .help = N_("make it a process note, kept apart from notes") },
  { .name = "sign", .help = N_("sign it at once") },
  OPTION_STATEMENT,
  { NULL }
};

static const CabCliOption note_edit_options[] = {
  OPTION_TEXT,
  OPTION_TEXT_FILE,
  { NULL }
};

static const CabCliOption sign_options[] = {
  OPTION_STATEMENT,
  { NULL }
};

static const CabCliOption addendum_options[] = {
  { .name = "sign", .help = N_("sign it at once") },
  OPTION_STATEMENT,
  { NULL }
};

static const CabCliOption mood_add_options[] = {
  {
    .name = "emotion", .value = "WORD=N",
    .help = N_("an emotion of the list of words and how strong it was, 0 to 10"), .repeats = TRUE
  },
  {
    .name = "track", .value = "LABEL=N", .help = N_("a number for one of the client’s tracks"),
    .repeats = TRUE
  },
  { NULL }
};

static const CabCliOption publish_options[] = {
  {
    .name = "effective-from", .value = "DATE",
    .help = N_("the day from which it holds; today without it")
  },
  { NULL }
};

static const CabCliOption get_options[] = {
  {
    .name = "to", .value = "FILE", .help = N_("where it goes; “-” is standard output"),
    .required = TRUE
  },
  { NULL }
};

static const CabCliOption format_options[] = {
  OPTION_FORMAT,
  { NULL }
};

static const CabCliOption format_sensitive_options[] = {
  OPTION_FORMAT,
  OPTION_SENSITIVE,
  { NULL }
};

const CabCliCommand cab_cli_note_commands[] = {
  {
    .noun = "note", .verb = "list", .arguments = "[CLIENT]", .summary = N_("List notes"),
    .options = note_list_options, .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_note_kind, &cab_process_note_kind }, .run = cab_cli_note_list
  },
  {
    .noun = "note", .verb = "show", .arguments = "NOTE",
    .summary = N_("Show a note with its text and addenda"), .options = note_show_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_note_kind, &cab_process_note_kind },
    .run = cab_cli_note_show
  },
  {
    .noun = "note", .verb = "print", .arguments = "NOTE",
    .summary = N_("Put a note on paper, as a PDF file"),
    .details = N_("A note that is not signed says DRAFT on each page. The activity log tells that "
                  "it was printed."),
    .options = get_options, .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_note_kind, &cab_process_note_kind }, .run = cab_cli_note_print
  },
  {
    .noun = "note", .verb = "add", .arguments = "CLIENT",
    .summary = N_("Write a note, and print its id"),
    .details = N_("Without --held-on the note is about now. The text can come from a file, from "
                  "standard input, or from what follows the empty line of --from."),
    .options = note_add_options, .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_note_kind, &cab_process_note_kind }, .run = cab_cli_note_add
  },
  {
    .noun = "note", .verb = "edit", .arguments = "NOTE",
    .summary = N_("Change a note; a new text becomes its next version"),
    .options = note_edit_options, .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_EDIT,
    .kinds = { &cab_note_kind, &cab_process_note_kind }, .run = cab_cli_note_edit
  },
  {
    .noun = "note", .verb = "sign", .arguments = "NOTE",
    .summary = N_("Sign a note or an addendum"), .options = sign_options,
    .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_note_kind, &cab_process_note_kind, &cab_addendum_kind },
    .run = cab_cli_note_sign
  },
  {
    .noun = "note", .verb = "addendum", .arguments = "NOTE",
    .summary = N_("Add to a signed note, and print the id of the addendum"),
    .details = N_("It can be changed until it is signed by “note sign”."),
    .options = addendum_options, .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_addendum_kind }, .run = cab_cli_note_addendum
  },
  {
    .noun = "note", .verb = "verify", .arguments = "NOTE",
    .summary = N_("Check the history of a note against its digests and signatures"),
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_note_kind, &cab_process_note_kind },
    .run = cab_cli_note_verify
  },
  {
    .noun = "note", .verb = "trash", .arguments = "NOTE",
    .summary = N_("Move a note that was never signed to the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_note_kind, &cab_process_note_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "note", .verb = "restore", .arguments = "NOTE",
    .summary = N_("Take a note out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_note_kind, &cab_process_note_kind }, .run = cab_cli_record_restore
  },
  { NULL }
};

static const CabCliOption mood_import_options[] = {
  {
    .name = "client", .value = "CLIENT", .help = N_("whose diary it is"), .required = TRUE
  },
  {
    .name = "zone", .value = "IANA",
    .help = N_("where the diary was kept, Europe/London; without it where the practice is")
  },
  {
    .name = "mood", .value = "NAME=1..5", .repeats = TRUE,
    .help = N_("what a mood of the client's own means, from 1, awful, to 5, rad")
  },
  {
    .name = "date", .value = "HEADING", .help = N_("for a table that is not Daylio's: its days")
  },
  { .name = "time", .value = "HEADING", .help = N_("with --date: its times") },
  {
    .name = "number", .value = "HEADING=MIN..MAX", .repeats = TRUE,
    .help = N_("with --date: up to three columns of numbers, each a track: “Sleep=0..24 h”")
  },
  { .name = "words", .value = "HEADING", .help = N_("with --date: words for what was going on") },
  { .name = "note", .value = "HEADING", .help = N_("with --date: what was written") },
  { .name = "date-order", .value = "ORDER", .help = N_("with --date: ymd, dmy or mdy") },
  { .name = "dry-run", .help = N_("say what would happen, and change nothing") },
  { NULL }
};

static const CabCliOption mood_chart_options[] = {
  {
    .name = "chart", .value = "CHART", .help = N_("mood, emotions or values"), .required = TRUE
  },
  { .name = "as", .value = "FORMAT", .help = N_("pdf, svg or csv"), .required = TRUE },
  { .name = "since", .value = "DAY", .help = N_("the first day of what it shows") },
  { .name = "until", .value = "DAY", .help = N_("the last day of what it shows") },
  {
    .name = "to", .value = "FILE", .help = N_("where it goes; “-” is standard output"),
    .required = TRUE
  },
  { NULL }
};

const CabCliCommand cab_cli_mood_commands[] = {
  {
    .noun = "mood", .verb = "list", .arguments = "CLIENT",
    .summary = N_("List the moods of a client who shares them"), .options = shared_list_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_mood_entry_kind }, .run = cab_cli_mood_list
  },
  {
    .noun = "mood", .verb = "add", .arguments = "CLIENT",
    .summary = N_("Enter a mood, and print its id"), .options = mood_add_options,
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_mood_entry_kind },
    .run = cab_cli_mood_add
  },
  {
    .noun = "mood", .verb = "show", .arguments = "RECORD",
    .summary = N_("Show a mood of a client who shares them"), .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_mood_entry_kind }, .run = cab_cli_mood_show
  },
  {
    .noun = "mood", .verb = "chart", .arguments = "CLIENT",
    .summary = N_("Draw a chart of a client who shares moods, or write its table"),
    .details = N_("On paper it has the client’s reference, never the name. The activity log tells "
                  "that it was exported."),
    .options = mood_chart_options, .file = CAB_CLI_FILE_READS, .run = cab_cli_mood_chart
  },
  {
    .noun = "mood", .verb = "edit", .arguments = "RECORD", .summary = N_("Change a mood"),
    .details = N_("Where --emotion or --track is given, what is given replaces all there was."),
    .options = mood_add_options, .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_EDIT,
    .kinds = { &cab_mood_entry_kind }, .run = cab_cli_mood_edit
  },
  {
    .noun = "mood", .verb = "trash", .arguments = "RECORD",
    .summary = N_("Move a mood to the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_mood_entry_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "mood", .verb = "restore", .arguments = "RECORD",
    .summary = N_("Take a mood out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_mood_entry_kind }, .run = cab_cli_record_restore
  },
  {
    .noun = "mood", .verb = "list-tracks", .arguments = "CLIENT",
    .summary = N_("List what a client tracks"), .options = list_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_mood_track_kind },
    .columns = "id label unit minimum maximum ended_on", .run = cab_cli_record_list
  },
  {
    .noun = "mood", .verb = "add-track", .arguments = "CLIENT",
    .summary = N_("Begin to track something, and print its id"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_mood_track_kind }, .run = cab_cli_record_add
  },
  {
    .noun = "mood", .verb = "end-track", .arguments = "RECORD",
    .summary = N_("End a track; what was tracked stays"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_mood_track_kind }, .run = cab_cli_mood_end_track
  },
  {
    .noun = "mood", .verb = "list-words", .summary = N_("List the words for emotions"),
    .options = list_options, .file = CAB_CLI_FILE_READS, .kinds = { &cab_emotion_word_kind },
    .columns = "id word language tone retired", .run = cab_cli_record_list
  },
  {
    .noun = "mood", .verb = "add-word", .summary = N_("Add a word for an emotion, and print its id"),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_emotion_word_kind },
    .run = cab_cli_record_add
  },
  {
    .noun = "mood", .verb = "edit-word", .arguments = "WORD",
    .summary = N_("Change a word, or offer it no more by --retired true"),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_EDIT,
    .kinds = { &cab_emotion_word_kind }, .run = cab_cli_record_edit
  },
  {
    .noun = "mood", .verb = "import", .arguments = "CSV",
    .summary = N_("Take in the diary of a client, from Daylio or a table"),
    .details = N_("The client must have agreed to share moods. The level of each mood becomes a "
                  "number of the track “Daylio mood”; of another table --date and the options "
                  "beside it say what its columns mean. A second import adds only what is new."),
    .options = mood_import_options, .file = CAB_CLI_FILE_WRITES, .run = cab_cli_mood_import
  },
  { NULL }
};

const CabCliCommand cab_cli_value_commands[] = {
  {
    .noun = "value", .verb = "list", .arguments = "CLIENT",
    .summary = N_("List the ratings of a client who shares them"), .options = shared_list_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_value_rating_kind }, .run = cab_cli_value_list
  },
  {
    .noun = "value", .verb = "add", .arguments = "CLIENT HEADING",
    .summary = N_("Rate one of a client’s headings, and print the id of the rating"),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_value_rating_kind }, .run = cab_cli_value_add
  },
  {
    .noun = "value", .verb = "trash", .arguments = "RECORD",
    .summary = N_("Move a rating to the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_value_rating_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "value", .verb = "restore", .arguments = "RECORD",
    .summary = N_("Take a rating out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_value_rating_kind }, .run = cab_cli_record_restore
  },
  {
    .noun = "value", .verb = "start", .arguments = "CLIENT",
    .summary = N_("Give a client the ten headings to start from"), .file = CAB_CLI_FILE_WRITES,
    .run = cab_cli_value_headings
  },
  {
    .noun = "value", .verb = "list-headings", .arguments = "CLIENT",
    .summary = N_("List the headings of a client"), .options = list_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_value_domain_kind },
    .columns = "id position label active", .run = cab_cli_record_list
  },
  {
    .noun = "value", .verb = "add-heading", .arguments = "CLIENT",
    .summary = N_("Add a heading, and print its id"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_value_domain_kind }, .run = cab_cli_record_add
  },
  {
    .noun = "value", .verb = "edit-heading", .arguments = "RECORD",
    .summary = N_("Rename, move or put away a heading"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_EDIT, .kinds = { &cab_value_domain_kind }, .run = cab_cli_record_edit
  },
  { NULL }
};

const CabCliCommand cab_cli_policy_commands[] = {
  {
    .noun = "policy", .verb = "list", .summary = N_("List the texts"), .options = list_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_policy_text_kind },
    .columns = "id title policy_kind audience language version_number effective_from",
    .run = cab_cli_record_list
  },
  {
    .noun = "policy", .verb = "show", .arguments = "POLICY", .summary = N_("Show one text"),
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_policy_text_kind }, .run = cab_cli_record_show
  },
  {
    .noun = "policy", .verb = "print", .arguments = "POLICY [CLIENT]",
    .summary = N_("Put a text on paper as a form to sign, as a PDF file"),
    .details = N_("With CLIENT the form has the client’s reference, never the name. A text that is "
                  "not published says DRAFT on each page."),
    .options = get_options, .file = CAB_CLI_FILE_READS, .kinds = { &cab_policy_text_kind },
    .run = cab_cli_policy_print
  },
  {
    .noun = "policy", .verb = "add", .summary = N_("Add the draft of a text, and print its id"),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_policy_text_kind },
    .run = cab_cli_record_add
  },
  {
    .noun = "policy", .verb = "edit", .arguments = "POLICY",
    .summary = N_("Change the draft of a text"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_EDIT, .kinds = { &cab_policy_text_kind }, .run = cab_cli_record_edit
  },
  {
    .noun = "policy", .verb = "revise", .arguments = "POLICY",
    .summary = N_("Begin the next version of a published text, and print its id"),
    .details = N_("The draft begins with the words of the text. If one was begun, its id is printed."),
    .file = CAB_CLI_FILE_WRITES, .kinds = { &cab_policy_text_kind }, .run = cab_cli_policy_revise
  },
  {
    .noun = "policy", .verb = "publish", .arguments = "POLICY",
    .summary = N_("Publish a text, once and for all"), .options = publish_options,
    .file = CAB_CLI_FILE_WRITES, .kinds = { &cab_policy_text_kind }, .run = cab_cli_policy_publish
  },
  {
    .noun = "policy", .verb = "trash", .arguments = "POLICY",
    .summary = N_("Move a draft to the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_policy_text_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "policy", .verb = "restore", .arguments = "POLICY",
    .summary = N_("Take a draft out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_policy_text_kind }, .run = cab_cli_record_restore
  },
  { NULL }
};

const CabCliCommand cab_cli_consent_commands[] = {
  {
    .noun = "consent", .verb = "list", .arguments = "CLIENT",
    .summary = N_("Show how every consent of a client stands today"), .options = format_options,
    .file = CAB_CLI_FILE_READS, .run = cab_cli_consent_list
  },
  {
    .noun = "consent", .verb = "show", .arguments = "CLIENT PURPOSE",
    .summary = N_("List what a client answered for one purpose"),
    .details = N_("PURPOSE is one of treatment-record, recording, transcript, mood-share, "
                  "research, training, quality-assurance, service-improvement, "
                  "supervision-identified, share-gp, share-professional, share-family, "
                  "share-payer, transfer, remote-session, marketing and guardian-involved."),
    .options = format_sensitive_options, .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_consent_event_kind }, .run = cab_cli_consent_show
  },
  {
    .noun = "consent", .verb = "grant", .arguments = "CLIENT PURPOSE",
    .summary = N_("Record that a client agrees"),
    .details = N_("PURPOSE is one of treatment-record, recording, transcript, mood-share, "
                  "research, training, quality-assurance, service-improvement, "
                  "supervision-identified, share-gp, share-professional, share-family, "
                  "share-payer, transfer, remote-session, marketing and guardian-involved."),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_consent_event_kind }, .without = "event policy_digest",
    .run = cab_cli_consent_grant
  },
  {
    .noun = "consent", .verb = "refuse", .arguments = "CLIENT PURPOSE",
    .summary = N_("Record that a client does not agree"),
    .details = N_("PURPOSE is one of treatment-record, recording, transcript, mood-share, "
                  "research, training, quality-assurance, service-improvement, "
                  "supervision-identified, share-gp, share-professional, share-family, "
                  "share-payer, transfer, remote-session, marketing and guardian-involved."),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_consent_event_kind }, .without = "event policy_digest",
    .run = cab_cli_consent_refuse
  },
  {
    .noun = "consent", .verb = "withdraw", .arguments = "CLIENT PURPOSE",
    .summary = N_("Record that a client takes a consent back, and say what stops"),
    .details = N_("PURPOSE is one of treatment-record, recording, transcript, mood-share, "
                  "research, training, quality-assurance, service-improvement, "
                  "supervision-identified, share-gp, share-professional, share-family, "
                  "share-payer, transfer, remote-session, marketing and guardian-involved."),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_consent_event_kind }, .without = "event policy_digest",
    .run = cab_cli_consent_withdraw
  },
  {
    .noun = "consent", .verb = "renew", .arguments = "CLIENT PURPOSE",
    .summary = N_("Record that a consent goes on"),
    .details = N_("PURPOSE is one of treatment-record, recording, transcript, mood-share, "
                  "research, training, quality-assurance, service-improvement, "
                  "supervision-identified, share-gp, share-professional, share-family, "
                  "share-payer, transfer, remote-session, marketing and guardian-involved."),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_consent_event_kind }, .without = "event policy_digest",
    .run = cab_cli_consent_renew
  },
  { NULL }
};

const CabCliCommand cab_cli_attachment_commands[] = {
  {
    .noun = "attachment", .verb = "list", .arguments = "[CLIENT]",
    .summary = N_("List attachments"), .options = list_options, .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_attachment_kind },
    .columns = "id client_id title attachment_kind dated media_type", .run = cab_cli_record_list
  },
  {
    .noun = "attachment", .verb = "show", .arguments = "RECORD",
    .summary = N_("Show what is known about an attachment"), .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_attachment_kind }, .run = cab_cli_record_show
  },
  {
    .noun = "attachment", .verb = "add", .arguments = "CLIENT FILE",
    .summary = N_("Take a file into the practice, and print its id"),
    .details = N_("--origin says who it is from: provided by the client, received from someone "
                  "else (then --source says from whom), or authored by the clinician."),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_attachment_kind },
    .without = "original_name media_type", .run = cab_cli_attachment_add
  },
  {
    .noun = "attachment", .verb = "get", .arguments = "RECORD",
    .summary = N_("Give a file out, as it was taken in"), .options = get_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_attachment_kind }, .run = cab_cli_attachment_get
  },
  {
    .noun = "attachment", .verb = "edit", .arguments = "RECORD",
    .summary = N_("Change what is known about an attachment"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_EDIT, .kinds = { &cab_attachment_kind },
    .without = "original_name media_type", .run = cab_cli_record_edit
  },
  {
    .noun = "attachment", .verb = "trash", .arguments = "RECORD",
    .summary = N_("Move an attachment to the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_attachment_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "attachment", .verb = "restore", .arguments = "RECORD",
    .summary = N_("Take an attachment out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_attachment_kind }, .run = cab_cli_record_restore
  },
  { NULL }
};
/* clang-format on */
