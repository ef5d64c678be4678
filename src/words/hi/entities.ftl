# entities
