package dev.loper.organisation;

/// A department's id.
public record DepartmentId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
