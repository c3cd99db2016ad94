"""The tables, one file a stage of the story."""

from aftercare.clinic.records.models.access import Code, Device, Handover
from aftercare.clinic.records.models.checkins import CheckIn, Told
from aftercare.clinic.records.models.clinic import Clinic
from aftercare.clinic.records.models.concerns import Concern, Message, Seen
from aftercare.clinic.records.models.consent import Consent, ConsentEvent
from aftercare.clinic.records.models.courses import Correction, Course, Patient, Treatment
from aftercare.clinic.records.models.evidence import (
    EvidenceKeys,
    LogEntry,
    LogHead,
    LogNode,
    LogSalt,
    SealedFile,
)
from aftercare.clinic.records.models.once import DemoClock, Once
from aftercare.clinic.records.models.people import Invitation, Person
from aftercare.clinic.records.models.protocols import (
    Approval,
    Decision,
    OwnProtocol,
    Publication,
    Review,
)
from aftercare.clinic.records.models.screening import Screening, StopDecision

__all__ = [
    "Approval",
    "CheckIn",
    "Clinic",
    "Code",
    "Concern",
    "Consent",
    "ConsentEvent",
    "Correction",
    "Course",
    "Decision",
    "DemoClock",
    "Device",
    "EvidenceKeys",
    "Handover",
    "Invitation",
    "LogEntry",
    "LogHead",
    "LogNode",
    "LogSalt",
    "Message",
    "Once",
    "OwnProtocol",
    "Patient",
    "Person",
    "Publication",
    "Review",
    "Screening",
    "SealedFile",
    "Seen",
    "StopDecision",
    "Told",
    "Treatment",
]
