package dev.tailback.mapping.suggestion;

import java.util.List;
import java.util.Set;

/** Tells objects that people fill from those that Salesforce keeps beside them. */
final class ObjectNames {

    private static final List<String> ENDINGS = List.of(
            "History",
            "Share",
            "Feed",
            "ChangeEvent",
            "Tag",
            "__mdt",
            "__e",
            "__x",
            "__b",
            "__kav",
            "Relation",
            "Snapshot");

    private static final Set<String> BESIDE = Set.of(
            "Task",
            "Event",
            "Note",
            "Attachment",
            "ContentDocumentLink",
            "ContentVersion",
            "CombinedAttachment",
            "AttachedContentDocument",
            "AttachedContentNote",
            "ActivityHistory",
            "OpenActivity",
            "EmailMessage",
            "NoteAndAttachment",
            "ProcessInstance",
            "TopicAssignment",
            "EntitySubscription",
            "DuplicateRecordItem",
            "FlowRecordRelation",
            "NetworkActivityAudit",
            "RecordAction");

    private ObjectNames() {}

    static boolean isOfPeople(String name) {
        return !BESIDE.contains(name) && ENDINGS.stream().noneMatch(name::endsWith);
    }
}
